"""The Qt shell: shows values, says what the user did; never computes, never stores."""
