//! What compiled layouts, menus, preference screens and navigation graphs say about code and input: method names, class
//! names, check boxes, input fields. It inflates nothing.

mod facts;
mod scan;

pub use facts::*;
pub use scan::{scan_layout, scan_layout_with};
