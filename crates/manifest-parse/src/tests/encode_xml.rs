//! A small encoder for binary and protobuf XML, able to lie where a test asks for it.

use crate::framework_attrs::{ANDROID_NAMESPACE, attribute_id, attribute_name};

/// A chunk with a correct header.
pub(super) fn chunk(kind: u16, header: &[u8], body: &[u8]) -> Vec<u8> {
    let header_size = 8 + header.len();
    let mut out = Vec::new();
    out.extend(kind.to_le_bytes());
    out.extend(u16::try_from(header_size).unwrap().to_le_bytes());
    out.extend(
        u32::try_from(header_size + body.len())
            .unwrap()
            .to_le_bytes(),
    );
    out.extend(header);
    out.extend(body);
    out
}

fn words(list: &[u32]) -> Vec<u8> {
    list.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// Encodes text as modified UTF-8, as aapt2 does.
pub(super) fn modified_utf8(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    for unit in text.encode_utf16() {
        match unit {
            1..=0x7f => out.push(u8::try_from(unit).unwrap()),
            0 | 0x80..=0x7ff => {
                out.push(0xc0 | u8::try_from(unit >> 6).unwrap());
                out.push(0x80 | u8::try_from(unit & 0x3f).unwrap());
            }
            _ => {
                out.push(0xe0 | u8::try_from(unit >> 12).unwrap());
                out.push(0x80 | u8::try_from((unit >> 6) & 0x3f).unwrap());
                out.push(0x80 | u8::try_from(unit & 0x3f).unwrap());
            }
        }
    }
    out
}

fn utf8_string(text: &str) -> Vec<u8> {
    let bytes = modified_utf8(text);
    let length = |n: usize| {
        if n > 0x7f {
            vec![
                u8::try_from(0x80 | ((n >> 8) & 0x7f)).unwrap(),
                u8::try_from(n & 0xff).unwrap(),
            ]
        } else {
            vec![u8::try_from(n).unwrap()]
        }
    };
    let mut out = length(text.encode_utf16().count());
    out.extend(length(bytes.len()));
    out.extend(bytes);
    out.push(0);
    out
}

fn utf16_string(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut out = Vec::new();
    if units.len() > 0x7fff {
        out.extend((0x8000 | u16::try_from(units.len() >> 16).unwrap()).to_le_bytes());
        out.extend(u16::try_from(units.len() & 0xffff).unwrap().to_le_bytes());
    } else {
        out.extend(u16::try_from(units.len()).unwrap().to_le_bytes());
    }
    out.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
    out.extend([0, 0]);
    out
}

/// A string pool of encoded strings, each with its lengths and terminator.
pub(super) fn raw_pool(strings: &[Vec<u8>], utf8: bool) -> Vec<u8> {
    let mut offsets = Vec::new();
    let mut data = Vec::new();
    for string in strings {
        offsets.push(u32::try_from(data.len()).unwrap());
        data.extend(string);
    }
    while !data.len().is_multiple_of(4) {
        data.push(0);
    }
    let n = u32::try_from(strings.len()).unwrap();
    let header = words(&[n, 0, if utf8 { 0x100 } else { 0 }, 28 + 4 * n, 0]);
    let mut body = words(&offsets);
    body.extend(data);
    chunk(0x0001, &header, &body)
}

/// A string pool.
pub(super) fn pool<S: AsRef<str>>(strings: &[S], utf8: bool) -> Vec<u8> {
    let encode = if utf8 { utf8_string } else { utf16_string };
    let encoded: Vec<Vec<u8>> = strings
        .iter()
        .map(|string| encode(string.as_ref()))
        .collect();
    raw_pool(&encoded, utf8)
}

/// The typed value of an attribute under test.
#[derive(Debug, Clone)]
pub(super) enum V {
    Str(String),
    Ref(u32),
    Int(i32),
    Hex(u32),
    Bool(bool),
    Raw(u8, u32),
}

/// An attribute under test.
#[derive(Debug, Clone)]
pub(super) struct A {
    pub(super) android: bool,
    /// Name in the pool.
    pub(super) name: String,
    /// Identifier in the resource map.
    pub(super) id: Option<u32>,
    pub(super) value: V,
}

/// `android:name` with its proper identifier.
pub(super) fn a(name: &str, value: V) -> A {
    A {
        android: true,
        name: name.to_owned(),
        id: Some(attribute_id(name).unwrap()),
        value,
    }
}

/// `android:name` with a text.
pub(super) fn s(name: &str, value: &str) -> A {
    a(name, V::Str(value.to_owned()))
}

/// An attribute without namespace.
pub(super) fn plain(name: &str, value: &str) -> A {
    A {
        android: false,
        name: name.to_owned(),
        id: None,
        value: V::Str(value.to_owned()),
    }
}

/// An attribute whose name in the pool differs from what its identifier means.
pub(super) fn lying(id: u32, name: &str, value: &str) -> A {
    A {
        android: true,
        name: name.to_owned(),
        id: Some(id),
        value: V::Str(value.to_owned()),
    }
}

/// An event of a document under test.
#[derive(Debug, Clone)]
pub(super) enum E {
    Start(String, Vec<A>),
    End(String),
    Text(String),
    /// Bytes between two nodes, as they are.
    Bytes(Vec<u8>),
}

/// A document under test.
#[derive(Debug, Clone)]
pub(super) struct Xml {
    pub(super) events: Vec<E>,
    pub(super) utf8: bool,
    /// Bytes per attribute record, 20 in an honest file.
    pub(super) stride: usize,
    /// Bytes between the element's fixed part and its first attribute.
    pub(super) gap: usize,
    /// First word of the file.
    pub(super) kind: u16,
    pub(super) sort: bool,
}

impl Xml {
    pub(super) fn new() -> Self {
        Self {
            events: Vec::new(),
            utf8: true,
            stride: 20,
            gap: 0,
            kind: 0x0003,
            sort: true,
        }
    }

    pub(super) fn start(mut self, name: &str, attributes: Vec<A>) -> Self {
        self.events.push(E::Start(name.to_owned(), attributes));
        self
    }

    pub(super) fn end(mut self, name: &str) -> Self {
        self.events.push(E::End(name.to_owned()));
        self
    }

    /// An element without content.
    pub(super) fn leaf(self, name: &str, attributes: Vec<A>) -> Self {
        self.start(name, attributes).end(name)
    }

    pub(super) fn text(mut self, text: &str) -> Self {
        self.events.push(E::Text(text.to_owned()));
        self
    }

    pub(super) fn bytes(mut self, bytes: &[u8]) -> Self {
        self.events.push(E::Bytes(bytes.to_vec()));
        self
    }

    /// The strings with identifiers first, as the resource map needs them.
    fn strings(&self) -> (Vec<String>, Vec<u32>) {
        let mut named: Vec<(u32, String)> = Vec::new();
        let mut others = vec![ANDROID_NAMESPACE.to_owned(), "android".to_owned()];
        let mut add = |text: &String| {
            if !others.contains(text) {
                others.push(text.clone());
            }
        };
        for event in &self.events {
            match event {
                E::Start(name, attributes) => {
                    add(name);
                    for attribute in attributes {
                        match attribute.id {
                            Some(id) => named.push((id, attribute.name.clone())),
                            None => add(&attribute.name),
                        }
                        if let V::Str(text) = &attribute.value {
                            add(text);
                        }
                    }
                }
                E::End(name) | E::Text(name) => add(name),
                E::Bytes(_) => {}
            }
        }
        named.sort();
        named.dedup();
        let ids = named.iter().map(|(id, _)| *id).collect();
        let mut strings: Vec<String> = named.into_iter().map(|(_, name)| name).collect();
        strings.extend(others);
        (strings, ids)
    }

    /// The chunks inside the file chunk: pool, map, nodes.
    pub(super) fn parts(&self) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
        let (strings, ids) = self.strings();
        let plain_row = |text: &str| {
            u32::try_from(
                ids.len()
                    + strings[ids.len()..]
                        .iter()
                        .position(|known| known == text)
                        .unwrap(),
            )
            .unwrap()
        };
        let named_row = |id: u32, text: &str| {
            let row = (0..ids.len())
                .find(|row| ids[*row] == id && strings[*row] == text)
                .unwrap();
            u32::try_from(row).unwrap()
        };
        let none = u32::MAX;
        let node = |kind: u16, line: u32, body: &[u8]| chunk(kind, &words(&[line, none]), body);
        let uri = plain_row(ANDROID_NAMESPACE);
        let mut nodes = node(0x0100, 1, &words(&[plain_row("android"), uri]));
        let mut line = 1;
        for event in &self.events {
            line += 1;
            match event {
                E::Start(name, attributes) => {
                    let mut attributes = attributes.clone();
                    if self.sort {
                        attributes.sort_by_key(|attribute| attribute.id.unwrap_or(u32::MAX));
                    }
                    let mut body = words(&[none, plain_row(name)]);
                    for word in [20 + self.gap, self.stride, attributes.len(), 0, 0, 0] {
                        body.extend(u16::try_from(word).unwrap().to_le_bytes());
                    }
                    body.extend(vec![0xee; self.gap]);
                    for attribute in attributes {
                        let row = match attribute.id {
                            Some(id) => named_row(id, &attribute.name),
                            None => plain_row(&attribute.name),
                        };
                        let (raw, data_type, data) = match &attribute.value {
                            V::Str(text) => (plain_row(text), 0x03, plain_row(text)),
                            V::Ref(id) => (none, 0x01, *id),
                            V::Int(number) => (none, 0x10, number.cast_unsigned()),
                            V::Hex(number) => (none, 0x11, *number),
                            V::Bool(flag) => (none, 0x12, if *flag { u32::MAX } else { 0 }),
                            V::Raw(data_type, data) => (none, *data_type, *data),
                        };
                        let mut record =
                            words(&[if attribute.android { uri } else { none }, row, raw]);
                        record.extend([8, 0, 0, data_type]);
                        record.extend(data.to_le_bytes());
                        record.resize(self.stride.max(20), 0xdd);
                        body.extend(record);
                    }
                    nodes.extend(node(0x0102, line, &body));
                }
                E::End(name) => nodes.extend(node(0x0103, line, &words(&[none, plain_row(name)]))),
                E::Text(text) => {
                    let mut body = words(&[plain_row(text)]);
                    body.extend([8, 0, 0, 3]);
                    body.extend(plain_row(text).to_le_bytes());
                    nodes.extend(node(0x0104, line, &body));
                }
                E::Bytes(bytes) => nodes.extend(bytes),
            }
        }
        nodes.extend(node(0x0101, line, &words(&[plain_row("android"), uri])));
        (
            pool(&strings, self.utf8),
            chunk(0x0180, &[], &words(&ids)),
            nodes,
        )
    }

    pub(super) fn build(&self) -> Vec<u8> {
        let (pool, map, nodes) = self.parts();
        chunk(self.kind, &[], &[pool, map, nodes].concat())
    }

    /// The same document as an `aapt.pb.XmlNode`, without source lines.
    pub(super) fn build_protobuf(&self) -> Vec<u8> {
        // Elements are built from the inside out: a stack of unfinished element messages.
        let mut open: Vec<Vec<u8>> = vec![Vec::new()];
        for event in &self.events {
            match event {
                E::Start(name, attributes) => {
                    let mut message = Vec::new();
                    if open.len() == 1 {
                        let mut declaration = bytes_field(1, b"android");
                        declaration.extend(bytes_field(2, ANDROID_NAMESPACE.as_bytes()));
                        message.extend(bytes_field(1, &declaration));
                    }
                    message.extend(bytes_field(3, name.as_bytes()));
                    for attribute in attributes {
                        message.extend(bytes_field(4, &attribute.protobuf()));
                    }
                    open.push(message);
                }
                E::End(_) => {
                    let element = open.pop().unwrap();
                    let node = bytes_field(1, &element);
                    let parent = open.last_mut().unwrap();
                    parent.extend(bytes_field(5, &node));
                }
                E::Text(text) => {
                    let node = bytes_field(2, text.as_bytes());
                    open.last_mut().unwrap().extend(bytes_field(5, &node));
                }
                E::Bytes(_) => {}
            }
        }
        // The outermost message holds the root node as field 5; the file is that node itself.
        let outer = open.pop().unwrap();
        let (_, start) = read_varint(&outer[1..]);
        outer[1 + start..].to_vec()
    }
}

impl A {
    fn protobuf(&self) -> Vec<u8> {
        let mut out = Vec::new();
        if self.android {
            out.extend(bytes_field(1, ANDROID_NAMESPACE.as_bytes()));
        }
        out.extend(bytes_field(2, self.name.as_bytes()));
        if let V::Str(text) = &self.value {
            out.extend(bytes_field(3, text.as_bytes()));
        }
        if let Some(id) = self.id {
            assert!(attribute_name(id).is_some());
            out.extend(varint_field(5, u64::from(id)));
        }
        let item = match &self.value {
            V::Str(text) => bytes_field(2, &bytes_field(1, text.as_bytes())),
            V::Ref(id) => bytes_field(1, &varint_field(2, u64::from(*id))),
            V::Int(number) => bytes_field(7, &varint_field(6, i64::from(*number).cast_unsigned())),
            V::Hex(number) => bytes_field(7, &varint_field(7, u64::from(*number))),
            V::Bool(flag) => bytes_field(7, &varint_field(8, u64::from(*flag))),
            V::Raw(..) => Vec::new(),
        };
        out.extend(bytes_field(6, &item));
        out
    }
}

fn varint(mut number: u64) -> Vec<u8> {
    let mut out = Vec::new();
    loop {
        let low = u8::try_from(number & 0x7f).unwrap();
        number >>= 7;
        if number == 0 {
            out.push(low);
            return out;
        }
        out.push(low | 0x80);
    }
}

fn read_varint(data: &[u8]) -> (u64, usize) {
    let mut number = 0;
    for (n, byte) in data.iter().enumerate() {
        number |= u64::from(byte & 0x7f) << (7 * n);
        if byte & 0x80 == 0 {
            return (number, n + 1);
        }
    }
    (number, data.len())
}

fn varint_field(field: u64, number: u64) -> Vec<u8> {
    [varint(field << 3), varint(number)].concat()
}

/// A length-delimited protobuf field.
pub(super) fn bytes_field(field: u64, bytes: &[u8]) -> Vec<u8> {
    [
        varint((field << 3) | 2),
        varint(u64::try_from(bytes.len()).unwrap()),
        bytes.to_vec(),
    ]
    .concat()
}

/// A fixed sequence of numbers that looks random.
#[derive(Debug, Clone)]
pub(super) struct Dice(pub(super) u64);

impl Dice {
    /// A number below `n`.
    pub(super) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(n.max(1)).unwrap()).unwrap()
    }
}
