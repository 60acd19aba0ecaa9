//! Archives of every kind: parts, entries, DEX files, native libraries; reads every entry within small limits.

use apk_unpack::Limits;

/// Limits under which one input costs milliseconds.
pub(crate) fn limits() -> Limits {
    Limits {
        max_entries: 2_000,
        max_entry_size: 4 << 20,
        max_total_size: 16 << 20,
        ratio_floor: 1 << 20,
        max_nested: 16,
        max_nested_size: 4 << 20,
        max_nested_total: 8 << 20,
        ..Limits::default()
    }
}

/// Opens the bytes and reads all that is inside.
pub fn run(data: &[u8]) {
    let limits = limits();
    let container = match apk_unpack::open(data, &limits) {
        Ok(container) => container,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return;
        }
    };
    assert!(!container.kind().id().is_empty());
    for mark in container.tampering() {
        assert!(!mark.kind.id().is_empty());
    }
    for problem in container.problems() {
        assert!(!problem.kind.id().is_empty());
    }
    let mut total = 0;
    for part in container.parts() {
        for (n, entry) in part.entries().iter().enumerate() {
            assert!(n < limits.max_entries);
            assert!(!part.location(entry).is_empty() || entry.name.is_empty());
            // Many rows may share one stream; reading each of them would only repeat it.
            if total > 64 << 20 {
                return;
            }
            match part.read(entry) {
                Ok(read) => {
                    assert!(
                        read.bytes.len() as u64 <= limits.max_entry_size.max(data.len() as u64)
                    );
                    total += read.bytes.len();
                }
                Err(error) => assert!(!error.to_string().contains('\n')),
            }
        }
        for name in ["AndroidManifest.xml", "classes.dex", "信息", ""] {
            if let Some(entry) = part.find(name) {
                assert!(entry.index < part.archive().entries().len().max(limits.max_entries));
            }
        }
        let listed = part.dex_entries().len();
        assert!(listed <= part.entries().len());
        for libs in part.native_libs() {
            assert!(libs.libs.len() <= part.entries().len());
        }
    }
}
