//! The order of stages: bytes in, facts out.
