//! A builder of small DEX files, well-formed unless asked otherwise; it sorts and checks nothing.

use sha1::{Digest, Sha1};

/// Code of one method.
#[derive(Clone, Default)]
pub(crate) struct Code {
    pub(crate) registers: u16,
    pub(crate) ins: u16,
    pub(crate) outs: u16,
    pub(crate) insns: Vec<u16>,
    /// Start address, unit count, offset into `handlers`.
    pub(crate) tries: Vec<(u32, u16, u16)>,
    /// The encoded catch handler list.
    pub(crate) handlers: Vec<u8>,
    pub(crate) debug: Option<Vec<u8>>,
}

/// One class.
#[derive(Clone, Default)]
pub(crate) struct Class {
    pub(crate) ty: u32,
    pub(crate) access: u32,
    pub(crate) superclass: Option<u32>,
    pub(crate) interfaces: Vec<u16>,
    pub(crate) source: Option<u32>,
    pub(crate) static_fields: Vec<(u32, u32)>,
    pub(crate) instance_fields: Vec<(u32, u32)>,
    pub(crate) direct: Vec<(u32, u32, Option<Code>)>,
    pub(crate) virtuals: Vec<(u32, u32, Option<Code>)>,
    /// An encoded array.
    pub(crate) static_values: Option<Vec<u8>>,
    pub(crate) annotations: Option<Annotations>,
}

/// Annotation items (visibility byte and encoded annotation), grouped in sets.
#[derive(Clone, Default)]
pub(crate) struct Annotations {
    pub(crate) class: Vec<Vec<u8>>,
    pub(crate) fields: Vec<(u32, Vec<Vec<u8>>)>,
    pub(crate) methods: Vec<(u32, Vec<Vec<u8>>)>,
    pub(crate) parameters: Vec<(u32, Vec<Vec<Vec<u8>>>)>,
}

/// The tables of one file.
#[derive(Clone, Default)]
pub(crate) struct DexBuilder {
    pub(crate) version: Option<[u8; 3]>,
    pub(crate) strings: Vec<(u32, Vec<u8>)>,
    pub(crate) types: Vec<u32>,
    /// Shorty, return type, parameters.
    pub(crate) protos: Vec<(u32, u32, Vec<u16>)>,
    /// Class, type, name.
    pub(crate) fields: Vec<(u16, u16, u32)>,
    /// Class, proto, name.
    pub(crate) methods: Vec<(u16, u16, u32)>,
    pub(crate) classes: Vec<Class>,
    /// Encoded arrays.
    pub(crate) call_sites: Vec<Vec<u8>>,
    /// Kind, member.
    pub(crate) handles: Vec<(u16, u16)>,
    pub(crate) hidden_api: bool,
}

/// An unsigned LEB128 number.
pub(crate) fn uleb(mut value: u32) -> Vec<u8> {
    let mut out = Vec::new();
    loop {
        let byte = u8::try_from(value & 0x7f).unwrap();
        value >>= 7;
        if value == 0 {
            out.push(byte);
            return out;
        }
        out.push(byte | 0x80);
    }
}

/// Modified UTF-8 of UTF-16 units, so that unpaired surrogates can be written.
pub(crate) fn mutf8(units: &[u16]) -> Vec<u8> {
    let mut out = Vec::new();
    let low = |value: u16| 0x80 | u8::try_from(value & 0x3f).unwrap();
    for &unit in units {
        match unit {
            1..=0x7f => out.push(u8::try_from(unit).unwrap()),
            0 | 0x80..=0x7ff => out.extend([0xc0 | u8::try_from(unit >> 6).unwrap(), low(unit)]),
            _ => out.extend([
                0xe0 | u8::try_from(unit >> 12).unwrap(),
                low(unit >> 6),
                low(unit),
            ]),
        }
    }
    out
}

fn adler(bytes: &[u8]) -> u32 {
    let (mut a, mut b) = (1_u32, 0_u32);
    for &byte in bytes {
        a = (a + u32::from(byte)) % 65521;
        b = (b + a) % 65521;
    }
    (b << 16) | a
}

/// Overwrites four bytes.
pub(crate) fn put_u32(bytes: &mut [u8], at: usize, value: u32) {
    bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
}

/// Reads four bytes.
pub(crate) fn get_u32(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap())
}

/// Recomputes signature and checksum of a file that begins at `at` and is `len` long.
pub(crate) fn seal(bytes: &mut [u8], at: usize, len: usize) {
    let digest = Sha1::digest(&bytes[at + 32..at + len]);
    bytes[at + 12..at + 32].copy_from_slice(&digest);
    let sum = adler(&bytes[at + 12..at + len]);
    put_u32(bytes, at + 8, sum);
}

struct Writer {
    bytes: Vec<u8>,
    base: usize,
}

impl Writer {
    fn here(&self) -> u32 {
        u32::try_from(self.base + self.bytes.len()).unwrap()
    }
    fn align(&mut self) {
        while !self.bytes.len().is_multiple_of(4) {
            self.bytes.push(0);
        }
    }
    fn u16(&mut self, value: u16) {
        self.bytes.extend(value.to_le_bytes());
    }
    fn u32(&mut self, value: u32) {
        self.bytes.extend(value.to_le_bytes());
    }
    fn blob(&mut self, bytes: &[u8]) -> u32 {
        let at = self.here();
        self.bytes.extend(bytes);
        at
    }
    fn types(&mut self, types: &[u16]) -> u32 {
        if types.is_empty() {
            return 0;
        }
        self.align();
        let at = self.here();
        self.u32(u32::try_from(types.len()).unwrap());
        for &ty in types {
            self.u16(ty);
        }
        at
    }
    fn code(&mut self, code: &Code) -> u32 {
        let debug = code.debug.as_ref().map_or(0, |debug| self.blob(debug));
        self.align();
        let at = self.here();
        self.u16(code.registers);
        self.u16(code.ins);
        self.u16(code.outs);
        self.u16(u16::try_from(code.tries.len()).unwrap());
        self.u32(debug);
        self.u32(u32::try_from(code.insns.len()).unwrap());
        for &unit in &code.insns {
            self.u16(unit);
        }
        if !code.tries.is_empty() {
            self.align();
            for &(start, count, handler) in &code.tries {
                self.u32(start);
                self.u16(count);
                self.u16(handler);
            }
            self.blob(&code.handlers);
        }
        at
    }
    fn set(&mut self, items: &[Vec<u8>]) -> u32 {
        if items.is_empty() {
            return 0;
        }
        let offsets: Vec<u32> = items.iter().map(|item| self.blob(item)).collect();
        self.align();
        let at = self.here();
        self.u32(u32::try_from(offsets.len()).unwrap());
        for offset in offsets {
            self.u32(offset);
        }
        at
    }
    fn annotations(&mut self, annotations: &Annotations) -> u32 {
        let class = self.set(&annotations.class);
        let mut rows = Vec::new();
        for (index, items) in annotations.fields.iter().chain(&annotations.methods) {
            rows.push((*index, self.set(items)));
        }
        for (index, sets) in &annotations.parameters {
            let sets: Vec<u32> = sets.iter().map(|items| self.set(items)).collect();
            self.align();
            rows.push((*index, self.here()));
            self.u32(u32::try_from(sets.len()).unwrap());
            for set in sets {
                self.u32(set);
            }
        }
        self.align();
        let at = self.here();
        self.u32(class);
        self.u32(u32::try_from(annotations.fields.len()).unwrap());
        self.u32(u32::try_from(annotations.methods.len()).unwrap());
        self.u32(u32::try_from(annotations.parameters.len()).unwrap());
        for (index, offset) in rows {
            self.u32(index);
            self.u32(offset);
        }
        at
    }
    fn class_data(&mut self, class: &Class) -> u32 {
        let all = class.direct.iter().chain(&class.virtuals);
        let offsets: Vec<u32> = all
            .map(|(_, _, code)| code.as_ref().map_or(0, |code| self.code(code)))
            .collect();
        let lists = [
            class.static_fields.len(),
            class.instance_fields.len(),
            class.direct.len(),
            class.virtuals.len(),
        ];
        if lists == [0; 4] {
            return 0;
        }
        let mut out = Vec::new();
        for len in lists {
            out.extend(uleb(u32::try_from(len).unwrap()));
        }
        for fields in [&class.static_fields, &class.instance_fields] {
            let mut last = 0;
            for &(index, flags) in fields {
                out.extend(uleb(index - last));
                out.extend(uleb(flags));
                last = index;
            }
        }
        let mut offsets = offsets.into_iter();
        for methods in [&class.direct, &class.virtuals] {
            let mut last = 0;
            for &(index, flags, _) in methods {
                out.extend(uleb(index - last));
                out.extend(uleb(flags));
                out.extend(uleb(offsets.next().unwrap()));
                last = index;
            }
        }
        self.blob(&out)
    }
}

impl DexBuilder {
    /// Adds a string.
    pub(crate) fn string(&mut self, text: &str) -> u32 {
        self.units(&text.encode_utf16().collect::<Vec<u16>>())
    }

    /// Adds a string by UTF-16 units.
    pub(crate) fn units(&mut self, units: &[u16]) -> u32 {
        self.strings
            .push((u32::try_from(units.len()).unwrap(), mutf8(units)));
        u32::try_from(self.strings.len() - 1).unwrap()
    }

    /// Adds a type.
    pub(crate) fn ty(&mut self, descriptor: &str) -> u32 {
        let string = self.string(descriptor);
        self.types.push(string);
        u32::try_from(self.types.len() - 1).unwrap()
    }

    /// Adds a prototype.
    pub(crate) fn proto(&mut self, shorty: &str, ret: u32, parameters: &[u16]) -> u16 {
        let shorty = self.string(shorty);
        self.protos.push((shorty, ret, parameters.to_vec()));
        u16::try_from(self.protos.len() - 1).unwrap()
    }

    /// Adds a method reference.
    pub(crate) fn method(&mut self, class: u32, proto: u16, name: &str) -> u32 {
        let name = self.string(name);
        self.methods
            .push((u16::try_from(class).unwrap(), proto, name));
        u32::try_from(self.methods.len() - 1).unwrap()
    }

    /// Adds a field reference.
    pub(crate) fn field(&mut self, class: u32, ty: u32, name: &str) -> u32 {
        let name = self.string(name);
        self.fields.push((
            u16::try_from(class).unwrap(),
            u16::try_from(ty).unwrap(),
            name,
        ));
        u32::try_from(self.fields.len() - 1).unwrap()
    }

    /// The bytes of a file of its own.
    pub(crate) fn build(&self) -> Vec<u8> {
        let mut bytes = self.build_at(0);
        let len = bytes.len();
        if self.is_container() {
            put_u32(&mut bytes, 0x70, u32::try_from(len).unwrap());
        }
        seal(&mut bytes, 0, len);
        bytes
    }

    fn is_container(&self) -> bool {
        self.version.is_some_and(|version| version >= *b"041")
    }

    /// The bytes of a file whose offsets count from `base` bytes before it, not sealed.
    pub(crate) fn build_at(&self, base: usize) -> Vec<u8> {
        let header_size = if self.is_container() { 0x78 } else { 0x70 };
        let tables = [
            (0x0001, self.strings.len(), 4),
            (0x0002, self.types.len(), 4),
            (0x0003, self.protos.len(), 12),
            (0x0004, self.fields.len(), 8),
            (0x0005, self.methods.len(), 8),
            (0x0006, self.classes.len(), 32),
            (0x0007, self.call_sites.len(), 4),
            (0x0008, self.handles.len(), 8),
        ];
        let mut places = Vec::new();
        let mut end = header_size;
        for (kind, rows, row_bytes) in tables {
            places.push((kind, rows, end));
            end += rows * row_bytes;
        }
        let mut out = Writer {
            bytes: vec![0; end],
            base,
        };
        let mut rows: [Vec<u8>; 8] = Default::default();
        for (units, bytes) in &self.strings {
            let at = out.blob(&uleb(*units));
            out.blob(bytes);
            out.bytes.push(0);
            rows[0].extend(at.to_le_bytes());
        }
        for string in &self.types {
            rows[1].extend(string.to_le_bytes());
        }
        for (shorty, ret, parameters) in &self.protos {
            let list = out.types(parameters);
            for number in [*shorty, *ret, list] {
                rows[2].extend(number.to_le_bytes());
            }
        }
        for (table, members) in [(3, &self.fields), (4, &self.methods)] {
            for &(class, other, name) in members {
                rows[table].extend(class.to_le_bytes());
                rows[table].extend(other.to_le_bytes());
                rows[table].extend(name.to_le_bytes());
            }
        }
        for class in &self.classes {
            let interfaces = out.types(&class.interfaces);
            let annotations = class
                .annotations
                .as_ref()
                .map_or(0, |annotations| out.annotations(annotations));
            let values = class
                .static_values
                .as_ref()
                .map_or(0, |values| out.blob(values));
            let data = out.class_data(class);
            for number in [
                class.ty,
                class.access,
                class.superclass.unwrap_or(u32::MAX),
                interfaces,
                class.source.unwrap_or(u32::MAX),
                annotations,
                data,
                values,
            ] {
                rows[5].extend(number.to_le_bytes());
            }
        }
        for array in &self.call_sites {
            let at = out.blob(array);
            rows[6].extend(at.to_le_bytes());
        }
        for &(kind, member) in &self.handles {
            for number in [kind, 0, member, 0] {
                rows[7].extend(number.to_le_bytes());
            }
        }
        for ((_, _, at), bytes) in places.iter().zip(&rows) {
            out.bytes[*at..*at + bytes.len()].copy_from_slice(bytes);
        }
        out.align();
        let map_off = out.here();
        let mut map: Vec<(u16, u32, u32)> = vec![(0, 1, u32::try_from(base).unwrap())];
        for (kind, n, at) in &places {
            if *n > 0 {
                map.push((
                    *kind,
                    u32::try_from(*n).unwrap(),
                    u32::try_from(base + at).unwrap(),
                ));
            }
        }
        if self.hidden_api {
            map.push((0xf000, 1, map_off));
        }
        map.push((0x1000, 1, map_off));
        out.u32(u32::try_from(map.len()).unwrap());
        for (kind, size, at) in map {
            out.u16(kind);
            out.u16(0);
            out.u32(size);
            out.u32(at);
        }
        let mut bytes = out.bytes;
        bytes[..4].copy_from_slice(b"dex\n");
        bytes[4..7].copy_from_slice(&self.version.unwrap_or(*b"035"));
        let len = u32::try_from(bytes.len()).unwrap();
        put_u32(&mut bytes, 0x20, len);
        put_u32(&mut bytes, 0x24, u32::try_from(header_size).unwrap());
        put_u32(&mut bytes, 0x28, 0x1234_5678);
        put_u32(&mut bytes, 0x34, map_off);
        for (i, (_, n, at)) in places.iter().take(6).enumerate() {
            let at = if *n == 0 { 0 } else { base + at };
            put_u32(&mut bytes, 0x38 + 8 * i, u32::try_from(*n).unwrap());
            put_u32(&mut bytes, 0x3c + 8 * i, u32::try_from(at).unwrap());
        }
        if self.is_container() {
            put_u32(&mut bytes, 0x74, u32::try_from(base).unwrap());
        }
        bytes
    }
}

/// Several logical files in one container.
pub(crate) fn container(files: &[DexBuilder]) -> Vec<u8> {
    let mut all = Vec::new();
    let mut starts = Vec::new();
    for file in files {
        starts.push(all.len());
        all.extend(file.build_at(all.len()));
    }
    let len = u32::try_from(all.len()).unwrap();
    for (i, &start) in starts.iter().enumerate() {
        put_u32(&mut all, start + 0x70, len);
        let end = starts.get(i + 1).copied().unwrap_or(all.len());
        seal(&mut all, start, end - start);
    }
    all
}

/// A file with one of nearly everything, Chinese and supplementary text included.
pub(crate) fn sample() -> DexBuilder {
    let mut dex = DexBuilder {
        version: Some(*b"039"),
        ..DexBuilder::default()
    };
    let object = dex.ty("Ljava/lang/Object;");
    let info = dex.ty("Lcn/app/信息;");
    let rare = dex.ty("Lcn/app/𠮷;");
    let void = dex.ty("V");
    let int = dex.ty("I");
    let note = dex.ty("Lcn/app/Note;");
    let source = dex.string("信息.java");
    let label = dex.string("标签𠮷");
    dex.units(&[0x61, 0xd83d, 0x62]);
    let run = dex.proto("V", void, &[]);
    let take = dex.proto(
        "VIL",
        void,
        &[u16::try_from(int).unwrap(), u16::try_from(info).unwrap()],
    );
    let init = dex.method(info, run, "<init>");
    let read = dex.method(info, take, "读取");
    let other = dex.method(rare, run, "run");
    let count = dex.field(info, int, "计数");
    let plain = dex.field(info, int, "plain");
    dex.handles.push((4, u16::try_from(other).unwrap()));
    dex.handles.push((1, u16::try_from(count).unwrap()));
    // Array of method handle 0, string, method type 0, int 7.
    dex.call_sites.push(vec![
        4,
        0x16,
        0,
        0x17,
        u8::try_from(label).unwrap(),
        0x15,
        0,
        0x04,
        7,
    ]);
    let code = Code {
        registers: 4,
        ins: 3,
        outs: 1,
        insns: vec![
            0x001a,
            u16::try_from(label).unwrap(), // const-string v0
            0x106e,
            u16::try_from(other).unwrap(),
            0x0001, // invoke-virtual {v1}
            0x10fc,
            0x0000,
            0x0001, // invoke-custom {v1}
            0x002b,
            0x0004,
            0x0000, // packed-switch v0, +4
            0x000e, // return-void
            0x0100,
            0x0001,
            0x0005,
            0x0000,
            0x0003,
            0x0000, // one case, key 5
        ],
        tries: vec![(0, 2, 1), (2, 3, 4)],
        // Two handlers: one type then nothing; one type then catch-all.
        handlers: vec![2, 0x01, 0x01, 0x0b, 0x7f, 0x02, 0x0b, 0x0b],
        // Line 10, two parameters (no name, string 6), advance and two special steps, end.
        debug: Some(vec![
            10, 2, 0, 7, 0x07, 0x0e, 0x01, 4, 0x02, 0x7d, 0x0f, 0x00,
        ]),
    };
    let annotation = |visibility: u8| {
        vec![
            visibility,
            u8::try_from(note).unwrap(),
            1,
            u8::try_from(label).unwrap(),
            0x1f | 0x20,
        ]
    };
    dex.classes.push(Class {
        ty: info,
        access: 1,
        superclass: Some(object),
        interfaces: vec![u16::try_from(rare).unwrap()],
        source: Some(source),
        static_fields: vec![(count, 8)],
        instance_fields: vec![(plain, 2)],
        direct: vec![(init, 0x10001, Some(code.clone()))],
        virtuals: vec![(read, 1, Some(code))],
        static_values: Some(vec![1, 0x04, 0xfe]),
        annotations: Some(Annotations {
            class: vec![annotation(1), annotation(2)],
            fields: vec![(count, vec![annotation(0)])],
            methods: vec![(read, vec![annotation(1)])],
            parameters: vec![(read, vec![vec![], vec![annotation(1)]])],
        }),
    });
    dex.classes.push(Class {
        ty: rare,
        access: 0x600,
        superclass: None,
        virtuals: vec![(other, 0x401, None)],
        ..Class::default()
    });
    dex
}
