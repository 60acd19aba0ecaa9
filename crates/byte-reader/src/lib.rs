//! Bounds-checked reading of hostile bytes: cursor, LEB128, MUTF-8, UTF-16, offset errors.
