//! Mapping files of ProGuard and R8: parsing, and the way back from every name in the file.

use report::mapping::Mapping;

/// Parses the bytes and asks for every name that they hold.
pub fn run(data: &[u8]) {
    let mapping = Mapping::parse(data);
    assert!(mapping.len() + mapping.ignored() <= data.len() + 1);
    let text = String::from_utf8_lossy(data);
    for name in text.split([' ', ':', '\n', '(', ')']).take(300) {
        let _ = mapping.class_or_same(name);
        for line in [None, Some(0), Some(1), Some(u32::MAX)] {
            assert!(mapping.frames(name, "a", line).len() <= data.len());
        }
        let descriptor = format!("L{};->a(I[Lb;)V", name.replace('.', "/"));
        let _ = mapping.method(&descriptor, Some(7));
        let _ = mapping.readable(&descriptor, None);
        let _ = mapping.readable(name, None);
        let _ = report::names::readable(name);
        let _ = report::names::stack_form(name);
    }
}
