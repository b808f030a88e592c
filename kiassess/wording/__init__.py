"""Numbers and values in, German or English sentences out; both shells use the same ones."""
