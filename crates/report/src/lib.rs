//! Facts to the public report: JSON contract, text.
