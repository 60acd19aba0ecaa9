//! A small assembler from text to DEX bytes, for tests of programs; it checks nothing but its own syntax.
//!
//! ```text
//! .class public La/B; extends Ljava/lang/Object; implements La/I;
//! .field static NAME Ljava/lang/String; = "text"
//! .method public read(I)V 3
//!   const-string v0 "text"
//!   .catch from to handler Ljava/lang/Exception;
//! .end
//! ```
//! A method without a number of registers has no code; `pN` is argument register `N`; `.at NAME` keeps the code-unit
//! offset of the next instruction under a name.

use std::collections::BTreeMap;

use crate::support::{Class, Code, DexBuilder, mutf8, uleb};

/// Bytes of a file and the offsets that its text marked.
pub(crate) struct Assembled {
    pub(crate) bytes: Vec<u8>,
    pub(crate) marks: BTreeMap<String, u32>,
}

/// Assembles one file.
pub(crate) fn assemble(text: &str) -> Assembled {
    assemble_with(text, |_| {})
}

/// Assembles one file and changes its tables before they are written.
pub(crate) fn assemble_with(text: &str, change: impl Fn(&mut Tables)) -> Assembled {
    let mut first = Tables::default();
    first.read(text);
    // String tables are sorted by UTF-16 units, which the bytes of modified UTF-8 follow.
    let mut sorted: Vec<String> = first.strings.keys().cloned().collect();
    sorted.sort_by_key(|text| mutf8(&text.encode_utf16().collect::<Vec<u16>>()));
    let mut second = Tables::default();
    for text in &sorted {
        second.string(text);
    }
    second.read(text);
    change(&mut second);
    Assembled {
        bytes: second.dex.build(),
        marks: second.marks,
    }
}

/// Bytes of one file.
pub(crate) fn dex(text: &str) -> Vec<u8> {
    assemble(text).bytes
}

/// Tables under construction.
#[derive(Default)]
pub(crate) struct Tables {
    pub(crate) dex: DexBuilder,
    strings: BTreeMap<String, u32>,
    types: BTreeMap<String, u32>,
    protos: BTreeMap<String, u16>,
    methods: BTreeMap<String, u32>,
    fields: BTreeMap<String, u32>,
    marks: BTreeMap<String, u32>,
}

/// Splits the parameters of a prototype.
fn parameters(proto: &str) -> (Vec<String>, String) {
    let (list, ret) = proto.strip_prefix('(').unwrap().split_once(')').unwrap();
    let mut out = Vec::new();
    let mut rest = list;
    while !rest.is_empty() {
        let dimensions = rest.len() - rest.trim_start_matches('[').len();
        let len = match rest.as_bytes()[dimensions] {
            b'L' => rest.find(';').unwrap() + 1,
            _ => dimensions + 1,
        };
        out.push(rest[..len].to_owned());
        rest = &rest[len..];
    }
    (out, ret.to_owned())
}

fn flags(words: &[&str]) -> u32 {
    words
        .iter()
        .map(|word| match *word {
            "public" => 0x1,
            "private" => 0x2,
            "static" => 0x8,
            "final" => 0x10,
            "native" => 0x100,
            "interface" => 0x200,
            "abstract" => 0x400,
            other => panic!("no flag: {other}"),
        })
        .sum()
}

fn short(value: u32) -> u16 {
    u16::try_from(value).unwrap()
}

impl Tables {
    pub(crate) fn string(&mut self, text: &str) -> u32 {
        if let Some(id) = self.strings.get(text) {
            return *id;
        }
        let id = self.dex.string(text);
        self.strings.insert(text.to_owned(), id);
        id
    }

    pub(crate) fn ty(&mut self, descriptor: &str) -> u32 {
        if let Some(id) = self.types.get(descriptor) {
            return *id;
        }
        let string = self.string(descriptor);
        self.dex.types.push(string);
        let id = u32::try_from(self.dex.types.len() - 1).unwrap();
        self.types.insert(descriptor.to_owned(), id);
        id
    }

    fn proto(&mut self, proto: &str) -> u16 {
        if let Some(id) = self.protos.get(proto) {
            return *id;
        }
        let (params, ret) = parameters(proto);
        let letter = |ty: &str| {
            let c = ty.chars().next().unwrap();
            if c == '[' { 'L' } else { c }
        };
        let shorty: String = std::iter::once(&ret)
            .chain(&params)
            .map(|ty| letter(ty))
            .collect();
        let shorty = self.string(&shorty);
        let ret = self.ty(&ret);
        let params = params.iter().map(|ty| short(self.ty(ty))).collect();
        self.dex.protos.push((shorty, ret, params));
        let id = short(u32::try_from(self.dex.protos.len() - 1).unwrap());
        self.protos.insert(proto.to_owned(), id);
        id
    }

    /// Row of a method `Lcls;->name(params)ret`.
    pub(crate) fn method(&mut self, text: &str) -> u32 {
        if let Some(id) = self.methods.get(text) {
            return *id;
        }
        let (class, rest) = text.split_once("->").unwrap();
        let (name, proto) = rest.split_at(rest.find('(').unwrap());
        let class = self.ty(class);
        let proto = self.proto(proto);
        let name = self.string(name);
        self.dex.methods.push((short(class), proto, name));
        let id = u32::try_from(self.dex.methods.len() - 1).unwrap();
        self.methods.insert(text.to_owned(), id);
        id
    }

    /// Row of a field `Lcls;->name:type`.
    pub(crate) fn field(&mut self, text: &str) -> u32 {
        if let Some(id) = self.fields.get(text) {
            return *id;
        }
        let (class, rest) = text.split_once("->").unwrap();
        let (name, ty) = rest.split_once(':').unwrap();
        let class = self.ty(class);
        let ty = self.ty(ty);
        let name = self.string(name);
        self.dex.fields.push((short(class), short(ty), name));
        let id = u32::try_from(self.dex.fields.len() - 1).unwrap();
        self.fields.insert(text.to_owned(), id);
        id
    }

    fn read(&mut self, text: &str) {
        let mut class: Option<Class> = None;
        let mut values: Vec<(u32, Option<Vec<u8>>)> = Vec::new();
        let mut name = String::new();
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        while let Some(line) = lines.next() {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words[0] {
                ".class" => {
                    if let Some(done) = class.take() {
                        self.finish(done, std::mem::take(&mut values));
                    }
                    let at = words.iter().position(|word| word.starts_with('L')).unwrap();
                    words[at].clone_into(&mut name);
                    let mut new = Class {
                        ty: self.ty(words[at]),
                        access: flags(&words[1..at]),
                        superclass: Some(self.ty("Ljava/lang/Object;")),
                        ..Class::default()
                    };
                    let mut is_interface = false;
                    for word in &words[at + 1..] {
                        match *word {
                            "extends" => is_interface = false,
                            "implements" => is_interface = true,
                            other if is_interface => new.interfaces.push(short(self.ty(other))),
                            other => new.superclass = Some(self.ty(other)),
                        }
                    }
                    class = Some(new);
                }
                ".field" => {
                    let end = words
                        .iter()
                        .position(|word| *word == "=")
                        .unwrap_or(words.len());
                    let id = self.field(&format!("{name}->{}:{}", words[end - 2], words[end - 1]));
                    let access = flags(&words[1..end - 2]);
                    let class = class.as_mut().unwrap();
                    if access & 8 == 0 {
                        class.instance_fields.push((id, access));
                    } else {
                        class.static_fields.push((id, access));
                        let value = line.split_once(" = ").map(|(_, value)| value);
                        let value = value.map(|value| self.encoded(value));
                        values.push((id, value));
                    }
                }
                ".method" => {
                    let at = words.iter().position(|word| word.contains('(')).unwrap();
                    let full = format!("{name}->{}", words[at]);
                    let id = self.method(&full);
                    let access = flags(&words[1..at]);
                    let mut body = Vec::new();
                    if words.get(at + 1).is_some() {
                        for line in lines.by_ref() {
                            if line == ".end" {
                                break;
                            }
                            body.push(line);
                        }
                    }
                    let code = words.get(at + 1).map(|registers| {
                        let (params, _) = parameters(&full[full.find('(').unwrap()..]);
                        let wide = params.iter().filter(|ty| *ty == "J" || *ty == "D").count();
                        let ins = params.len() + wide + usize::from(access & 8 == 0);
                        self.code(
                            registers.parse().unwrap(),
                            short(u32::try_from(ins).unwrap()),
                            &body,
                        )
                    });
                    let class = class.as_mut().unwrap();
                    let is_direct = access & 0xa != 0 || words[at].starts_with('<');
                    if is_direct {
                        class.direct.push((id, access, code));
                    } else {
                        class.virtuals.push((id, access, code));
                    }
                }
                other => panic!("no directive: {other}"),
            }
        }
        if let Some(done) = class {
            self.finish(done, values);
        }
    }

    fn finish(&mut self, mut class: Class, mut values: Vec<(u32, Option<Vec<u8>>)>) {
        class.direct.sort_by_key(|row| row.0);
        class.virtuals.sort_by_key(|row| row.0);
        class.static_fields.sort_unstable();
        class.instance_fields.sort_unstable();
        values.sort();
        if let Some(last) = values.iter().rposition(|(_, value)| value.is_some()) {
            let mut out = uleb(u32::try_from(last + 1).unwrap());
            for (_, value) in &values[..=last] {
                out.extend(value.clone().unwrap_or_else(|| vec![0x1e]));
            }
            class.static_values = Some(out);
        }
        self.dex.classes.push(class);
    }

    fn encoded(&mut self, value: &str) -> Vec<u8> {
        if value == "true" {
            return vec![0x3f];
        }
        let (kind, number) = match value.strip_prefix('"') {
            Some(text) => (
                0x77,
                self.string(text.strip_suffix('"').unwrap()).to_le_bytes(),
            ),
            None => (0x64, value.parse::<i32>().unwrap().to_le_bytes()),
        };
        let mut out = vec![kind];
        out.extend(number);
        out
    }

    fn code(&mut self, registers: u16, ins: u16, lines: &[&str]) -> Code {
        let mut asm = Body {
            registers,
            ins,
            ..Body::default()
        };
        for line in lines {
            asm.line(self, line);
        }
        asm.finish(self)
    }
}

/// A branch to fill in: place of the instruction, place of the offset, units of the offset, label.
type Branch = (usize, usize, usize, String);

#[derive(Default)]
struct Body {
    registers: u16,
    ins: u16,
    units: Vec<u16>,
    labels: BTreeMap<String, usize>,
    branches: Vec<Branch>,
    switches: Vec<(usize, Vec<String>)>,
    catches: Vec<(String, String, String, String)>,
}

/// Opcodes of instructions whose operands are a register and an index, or two registers and an index.
/// From <https://source.android.com/docs/core/runtime/dalvik-bytecode>.
fn field_opcode(name: &str) -> Option<u16> {
    let (base, rest) = match name.get(..4)? {
        "iget" => (0x52, &name[4..]),
        "iput" => (0x59, &name[4..]),
        "sget" => (0x60, &name[4..]),
        "sput" => (0x67, &name[4..]),
        _ => return None,
    };
    let forms = [
        "", "-wide", "-object", "-boolean", "-byte", "-char", "-short",
    ];
    let form = forms.iter().position(|form| *form == rest)?;
    Some(base + u16::try_from(form).unwrap())
}

impl Body {
    fn register(&self, text: &str) -> u16 {
        let number: u16 = text[1..].parse().unwrap();
        if text.starts_with('p') {
            self.registers - self.ins + number
        } else {
            number
        }
    }

    fn line(&mut self, tables: &mut Tables, line: &str) {
        if let Some(label) = line.strip_suffix(':') {
            self.labels.insert(label.to_owned(), self.units.len());
            return;
        }
        let (name, rest) = line.split_once(' ').unwrap_or((line, ""));
        if let Some(op) = name.strip_prefix("invoke-") {
            self.invoke(tables, op, rest);
            return;
        }
        let words: Vec<&str> = rest.split_whitespace().collect();
        let here = self.units.len();
        let reg = |n: usize| self.register(words[n]);
        let one = |op: u16| op | reg(0) << 8;
        let two = |op: u16| op | (reg(0) | reg(1) << 4) << 8;
        let unsigned = |value: i32| u32::from_ne_bytes(value.to_ne_bytes());
        let halves = |value: u32| [short(value & 0xffff), short(value >> 16)];
        let mut branch = None;
        let mut switch = None;
        let units: Vec<u16> = match name {
            ".at" => {
                tables
                    .marks
                    .insert(words[0].to_owned(), u32::try_from(here).unwrap());
                return;
            }
            ".raw" => words
                .iter()
                .map(|word| u16::from_str_radix(word, 16).unwrap())
                .collect(),
            ".catch" => {
                let text = |n: usize| words[n].to_owned();
                let row = (text(0), text(1), text(2), text(3));
                self.catches.push(row);
                return;
            }
            "nop" => vec![0],
            "return-void" => vec![0x0e],
            "return" => vec![one(0x0f)],
            "return-wide" => vec![one(0x10)],
            "return-object" => vec![one(0x11)],
            "throw" => vec![one(0x27)],
            "move" => vec![two(0x01)],
            "move-object" => vec![two(0x07)],
            "move-result" => vec![one(0x0a)],
            "move-result-wide" => vec![one(0x0b)],
            "move-result-object" => vec![one(0x0c)],
            "move-exception" => vec![one(0x0d)],
            "const" => {
                let [low, high] = halves(unsigned(words[1].parse().unwrap()));
                vec![one(0x14), low, high]
            }
            "const-wide" => {
                let [low, high] = halves(unsigned(words[1].parse().unwrap()));
                vec![one(0x17), low, high]
            }
            "const-string" => {
                let text = rest.split_once('"').unwrap().1.strip_suffix('"').unwrap();
                vec![one(0x1a), short(tables.string(text))]
            }
            "const-string/jumbo" => {
                let text = rest.split_once('"').unwrap().1.strip_suffix('"').unwrap();
                let [low, high] = halves(tables.string(text));
                vec![one(0x1b), low, high]
            }
            "const-class" => vec![one(0x1c), short(tables.ty(words[1]))],
            "check-cast" => vec![one(0x1f), short(tables.ty(words[1]))],
            "new-instance" => vec![one(0x22), short(tables.ty(words[1]))],
            "new-array" => vec![two(0x23), short(tables.ty(words[2]))],
            "instance-of" => vec![two(0x20), short(tables.ty(words[2]))],
            "filled-new-array" => {
                let (list, ty) = rest.split_once('}').unwrap();
                let index = short(tables.ty(ty.trim()));
                self.call_units(0x24, list, index)
            }
            "aget-object" => vec![one(0x46), reg(1) | reg(2) << 8],
            "aput-object" => vec![one(0x4d), reg(1) | reg(2) << 8],
            "aget-byte" => vec![one(0x48), reg(1) | reg(2) << 8],
            "aget-char" => vec![one(0x49), reg(1) | reg(2) << 8],
            "aput-byte" => vec![one(0x4f), reg(1) | reg(2) << 8],
            "aput-char" => vec![one(0x50), reg(1) | reg(2) << 8],
            "array-length" => vec![two(0x21)],
            "int-to-char" => vec![two(0x8e)],
            "xor-int" => vec![one(0x97), reg(1) | reg(2) << 8],
            "add-int" => vec![one(0x90), reg(1) | reg(2) << 8],
            "add-long" => vec![one(0x9b), reg(1) | reg(2) << 8],
            "or-int" => vec![one(0x96), reg(1) | reg(2) << 8],
            "add-int/2addr" => vec![two(0xb0)],
            "add-int/lit8" => {
                let literal = u8::from_ne_bytes(words[2].parse::<i8>().unwrap().to_ne_bytes());
                vec![one(0xd8), reg(1) | u16::from(literal) << 8]
            }
            "xor-int/lit8" => {
                let literal = u8::from_ne_bytes(words[2].parse::<i8>().unwrap().to_ne_bytes());
                vec![one(0xdf), reg(1) | u16::from(literal) << 8]
            }
            "goto" => {
                branch = Some((words[0], 1, 1));
                vec![0x29, 0]
            }
            "if-eq" | "if-ne" | "if-lt" | "if-ge" => {
                let forms = ["if-eq", "if-ne", "if-lt", "if-ge"];
                let form = forms.iter().position(|form| *form == name).unwrap();
                branch = Some((words[2], 1, 1));
                vec![two(0x32 + short(u32::try_from(form).unwrap())), 0]
            }
            "if-eqz" | "if-nez" => {
                branch = Some((words[1], 1, 1));
                vec![one(if name == "if-eqz" { 0x38 } else { 0x39 }), 0]
            }
            "packed-switch" => {
                let cases = words[1..].iter().map(|word| (*word).to_owned()).collect();
                switch = Some((here, cases));
                vec![one(0x2b), 0, 0]
            }
            other => {
                let op = field_opcode(other).unwrap_or_else(|| panic!("no instruction: {other}"));
                if op >= 0x60 {
                    vec![one(op), short(tables.field(words[1]))]
                } else {
                    vec![two(op), short(tables.field(words[2]))]
                }
            }
        };
        self.units.extend(units);
        self.switches.extend(switch);
        if let Some((label, at, len)) = branch {
            self.branches.push((here, here + at, len, label.to_owned()));
        }
    }

    fn call_units(&self, op: u16, list: &str, index: u16) -> Vec<u16> {
        let list = list.trim().trim_start_matches('{');
        let regs: Vec<u16> = list
            .split(',')
            .map(str::trim)
            .filter(|word| !word.is_empty())
            .map(|word| self.register(word))
            .collect();
        let at = |n: usize| regs.get(n).copied().unwrap_or(0);
        let count = short(u32::try_from(regs.len()).unwrap());
        vec![
            count << 12 | at(4) << 8 | op,
            index,
            at(3) << 12 | at(2) << 8 | at(1) << 4 | at(0),
        ]
    }

    fn invoke(&mut self, tables: &mut Tables, op: &str, rest: &str) {
        let (kind, is_range) = match op.strip_suffix("/range") {
            Some(kind) => (kind, true),
            None => (op, false),
        };
        let (list, target) = rest.split_once('}').unwrap();
        let target = target.trim();
        let code = match kind {
            "virtual" => 0x6e,
            "super" => 0x6f,
            "direct" => 0x70,
            "static" => 0x71,
            "interface" => 0x72,
            "polymorphic" => 0xfa,
            "custom" => 0xfc,
            other => panic!("no call: {other}"),
        };
        let index = if kind == "custom" {
            target.parse().unwrap()
        } else {
            short(tables.method(target.split_whitespace().next().unwrap()))
        };
        if is_range {
            // `{v3 5}`: five registers from v3.
            let words: Vec<&str> = list.trim_start_matches('{').split_whitespace().collect();
            let count: u16 = words[1].parse().unwrap();
            let step = if kind == "custom" || kind == "polymorphic" {
                1
            } else {
                6
            };
            self.units
                .extend([(code + step) | count << 8, index, self.register(words[0])]);
        } else {
            let units = self.call_units(code, list, index);
            self.units.extend(units);
        }
        if kind == "polymorphic" {
            let proto = tables.proto(target.split_whitespace().nth(1).unwrap());
            self.units.push(proto);
        }
    }

    fn finish(mut self, tables: &mut Tables) -> Code {
        let signed =
            |to: usize, from: usize| i32::try_from(to).unwrap() - i32::try_from(from).unwrap();
        for (from, at, _, label) in &self.branches {
            let to = self.labels[label];
            let delta = i16::try_from(signed(to, *from)).unwrap();
            self.units[*at] = u16::from_ne_bytes(delta.to_ne_bytes());
        }
        for (from, cases) in std::mem::take(&mut self.switches) {
            if !self.units.len().is_multiple_of(2) {
                self.units.push(0);
            }
            let payload = u32::try_from(self.units.len() - from).unwrap();
            self.units[from + 1] = short(payload & 0xffff);
            self.units[from + 2] = short(payload >> 16);
            self.units
                .extend([0x0100, short(u32::try_from(cases.len()).unwrap()), 0, 0]);
            for case in cases {
                let delta = signed(self.labels[&case], from);
                let bits = u32::from_ne_bytes(delta.to_ne_bytes());
                self.units.extend([short(bits & 0xffff), short(bits >> 16)]);
            }
        }
        let mut tries = Vec::new();
        let mut handlers = Vec::new();
        if !self.catches.is_empty() {
            handlers.extend(uleb(u32::try_from(self.catches.len()).unwrap()));
            for (from, to, handler, ty) in &self.catches {
                let (from, to) = (self.labels[from], self.labels[to]);
                tries.push((
                    u32::try_from(from).unwrap(),
                    short(u32::try_from(to - from).unwrap()),
                    short(u32::try_from(handlers.len()).unwrap()),
                ));
                let address = uleb(u32::try_from(self.labels[handler]).unwrap());
                if ty == "all" {
                    handlers.push(0);
                } else {
                    handlers.push(1);
                    handlers.extend(uleb(tables.ty(ty)));
                }
                handlers.extend(address);
            }
        }
        Code {
            registers: self.registers,
            ins: self.ins,
            outs: 5,
            insns: self.units,
            tries,
            handlers,
            debug: None,
        }
    }
}
