//! classes.dex to typed tables and instructions, zero copy.
