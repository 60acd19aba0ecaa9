//! The manifest of an app bundle: the same readers as for compiled XML, with seeds of the other encoding.

/// Reads the bytes as the protobuf form of a document, whatever they begin with.
pub fn run(data: &[u8]) {
    crate::axml::run(data);
    // Wrapped as the root node, damage at the start does not change the encoding that is detected.
    let Ok(len) = u16::try_from(data.len()) else {
        return;
    };
    let [low, middle, high] = [len & 0x7f, len >> 7 & 0x7f, len >> 14];
    let byte = |bits: u16, more: u8| bits.to_le_bytes()[0] | more;
    let mut wrapped = vec![0x0a, byte(low, 0x80), byte(middle, 0x80), byte(high, 0)];
    wrapped.extend(data);
    crate::axml::run(&wrapped);
}
