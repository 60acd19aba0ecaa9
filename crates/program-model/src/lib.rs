//! All DEX files and the manifest joined into one program.
