//! A native library: headers, symbols, texts, names of native methods, uses of addresses.

/// Reads the library and asks for everything that it holds.
pub fn run(data: &[u8]) {
    let mut n_bytes = 0;
    native_scan::strings::each(data, |offset, text| {
        assert!(offset + text.len() <= data.len());
        n_bytes += text.len();
    });
    assert!(n_bytes <= data.len());
    let library = match native_scan::parse(data) {
        Ok(library) => library,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return;
        }
    };
    assert!(library.symbols.len() <= native_scan::MAX_SYMBOLS);
    assert!(library.needed.len() <= native_scan::MAX_NEEDED);
    for symbol in library.symbols.iter().take(2_000) {
        assert!(symbol.name.len() <= native_scan::MAX_SYMBOL_NAME);
        let name = String::from_utf8_lossy(symbol.name);
        if let Some(method) = native_scan::jni::method_of(&name) {
            let _ = native_scan::jni::symbols(&method.class, &method.name, "(I)V");
        }
        let _ = library.file_offset(symbol.address);
        let _ = library.address_of(symbol.address);
    }
    let wanted = |address: u64| address & 0xf == 0;
    if let Some(map) = native_scan::code::references(data, &library, &wanted) {
        for address in (0..64).map(|n| n << 6) {
            let _ = map.users(address);
        }
    }
}
