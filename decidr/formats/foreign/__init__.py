"""What people own already: files of other programs and plain matrices, each read into a study."""
