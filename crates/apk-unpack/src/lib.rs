//! App bytes to container entries, signing certificates and tampering marks.
