"""How the desktop bundle and the installers are made; used by `build_installer.spec`."""
