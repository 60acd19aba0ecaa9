//! Reads what Android's `dexdump -f -d` prints; the program under test has no part in it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use super::listing::{CodeHash, Listing, SUMS};

/// The program.
pub(super) const PROGRAM: &str = "/usr/bin/dexdump";

/// One instruction as printed.
#[derive(Debug, Clone)]
pub(super) struct Insn {
    pub(super) offset: u32,
    pub(super) mnemonic: String,
    /// Operands without the comment.
    pub(super) operands: String,
    index: Option<u32>,
}

/// A field or method that an instruction names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Member<'i> {
    pub(super) class: &'i str,
    pub(super) name: &'i str,
    pub(super) ty: &'i str,
}

impl Insn {
    pub(super) fn is_invoke(&self) -> bool {
        self.mnemonic.starts_with("invoke-")
    }

    /// The field or method named, of an instruction that names one.
    pub(super) fn member(&self) -> Option<Member<'_>> {
        let named = self.operands.rsplit(", ").next()?;
        let (class, rest) = named.split_once('.')?;
        let (name, ty) = rest.split_once(':')?;
        Some(Member { class, name, ty })
    }

    /// The type named by `new-instance` and the like.
    pub(super) fn ty(&self) -> Option<&str> {
        self.operands.rsplit(", ").next()
    }

    /// The text of a `const-string`.
    pub(super) fn text(&self) -> Option<&str> {
        if !self.mnemonic.starts_with("const-string") {
            return None;
        }
        let (_, quoted) = self.operands.split_once(", \"")?;
        quoted.strip_suffix('"')
    }
}

impl std::fmt::Display for Insn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{:04x}: {} {}",
            self.offset, self.mnemonic, self.operands
        )
    }
}

/// A method's body.
#[derive(Debug, Clone, Default)]
pub(super) struct Code {
    pub(super) insns: Vec<Insn>,
    /// Address and source line, in address order.
    lines: Vec<(u32, u32)>,
}

impl Code {
    pub(super) fn at(&self, offset: u32) -> Option<&Insn> {
        let n = self
            .insns
            .binary_search_by_key(&offset, |insn| insn.offset)
            .ok()?;
        self.insns.get(n)
    }

    /// The source line of an address.
    pub(super) fn line(&self, offset: u32) -> Option<u32> {
        self.lines
            .iter()
            .take_while(|(address, _)| *address <= offset)
            .last()
            .map(|(_, line)| *line)
    }
}

/// Superclass and interfaces of a class.
#[derive(Debug, Clone, Default)]
pub(super) struct Class {
    pub(super) supertypes: Vec<String>,
}

/// One DEX file as printed.
#[derive(Debug, Default)]
pub(super) struct Dump {
    /// Whether it was read only after `dexdump` refused it.
    pub(super) is_refused: bool,
    pub(super) listing: Listing,
    pub(super) classes: BTreeMap<String, Class>,
    /// The methods asked for, by descriptor; `None` without code.
    pub(super) methods: BTreeMap<String, Option<Code>>,
    pub(super) constants: Constants,
}

/// Texts that the code can use.
#[derive(Debug, Default)]
pub(super) struct Constants {
    /// Those of `const-string` and of the initial values of static fields.
    pub(super) texts: BTreeSet<String>,
    /// Those of `const-class`.
    pub(super) classes: BTreeSet<String>,
    /// Static fields of the type `android.net.Uri` that are read, with their classes.
    pub(super) uris: BTreeSet<String>,
    /// Whether `android.os.Environment`, which knows the folders of shared storage, is called.
    pub(super) calls_environment: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    Class,
    Interfaces,
    Fields,
    Methods,
    Code,
    Positions,
}

struct Reader<'w> {
    wanted: &'w dyn Fn(&str) -> bool,
    dump: Dump,
    within: Within,
    class: String,
    name: String,
    method: Option<(String, Option<Code>)>,
    hash: CodeHash,
    /// A `const-string` whose text holds a line break.
    pending: Option<String>,
}

/// Runs `dexdump` and keeps the bodies of the methods that are wanted; the file may be one that it finds faulty.
pub(super) fn dump(path: &Path, wanted: &dyn Fn(&str) -> bool) -> Dump {
    read(path, &["-f", "-d"], wanted).unwrap_or_else(|| {
        // Without its checks, which a file cut out of another one does not pass.
        let mut dump = read(path, &["-j", "-f", "-d"], wanted)
            .unwrap_or_else(|| panic!("dexdump failed on {}", path.display()));
        dump.is_refused = true;
        dump
    })
}

fn read(path: &Path, options: &[&str], wanted: &dyn Fn(&str) -> bool) -> Option<Dump> {
    let mut child = Command::new(PROGRAM)
        .args(options)
        .arg(path)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::with_capacity(1 << 20, child.stdout.take().unwrap());
    let mut reader = Reader {
        wanted,
        dump: Dump::default(),
        within: Within::Class,
        class: String::new(),
        name: String::new(),
        method: None,
        hash: CodeHash::new(),
        pending: None,
    };
    for name in SUMS {
        reader.dump.listing.add(name, 0);
    }
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line).unwrap() > 0 {
        let text = String::from_utf8_lossy(&line);
        reader.line(text.strip_suffix('\n').unwrap_or(&text));
        line.clear();
    }
    reader.end_of_method();
    if !child.wait().unwrap().success() {
        return None;
    }
    let mut dump = reader.dump;
    dump.listing.classes = dump.classes.keys().cloned().collect();
    dump.listing.methods.sort();
    Some(dump)
}

impl Reader<'_> {
    fn line(&mut self, line: &str) {
        if let Some(mut text) = self.pending.take() {
            text.push('\n');
            text.push_str(line);
            self.instruction(&text);
            return;
        }
        if !line.starts_with(' ') {
            self.flush_left(line);
            return;
        }
        if let Some(rest) = line.strip_prefix("        0x") {
            if self.within == Within::Positions
                && let Some((address, number)) = rest.split_once(" line=")
                && let Some((_, Some(code))) = &mut self.method
            {
                code.lines.push((
                    u32::from_str_radix(address, 16).unwrap(),
                    number.parse().unwrap(),
                ));
            }
        } else if let Some(rest) = line.strip_prefix("      ") {
            self.detail(rest);
        } else if let Some(rest) = line.strip_prefix("    #") {
            if self.within == Within::Interfaces {
                let (_, name) = rest.split_once(": '").unwrap();
                self.supertype(name);
            } else {
                self.end_of_method();
            }
        } else if let Some(rest) = line.strip_prefix("  ") {
            self.section(rest);
        }
    }

    fn flush_left(&mut self, line: &str) {
        const TABLES: [(&str, &str); 6] = [
            ("string_ids_size", "strings"),
            ("type_ids_size", "types"),
            ("proto_ids_size", "protos"),
            ("field_ids_size", "fields"),
            ("method_ids_size", "methods"),
            ("class_defs_size", "classes"),
        ];
        if self.within == Within::Code
            && let Some((bytes, row)) = line.split_once('|')
            && let Some((address, _)) = bytes.split_once(':')
            && is_hex(address)
        {
            if !row.starts_with('[') {
                self.instruction(row);
            }
        } else if line.starts_with("Class #") {
            self.end_of_method();
            self.within = Within::Class;
        } else if let Some((word, value)) = line.split_once(": ")
            && let Some((_, name)) = TABLES.iter().find(|(known, _)| *known == word.trim_end())
        {
            self.dump.listing.add(name, value.trim().parse().unwrap());
        }
    }

    fn section(&mut self, line: &str) {
        let word = line.get(..18).unwrap_or(line).trim_end();
        match word {
            "Class descriptor" => {
                let (_, name) = line.split_once(": '").unwrap();
                name.strip_suffix('\'').unwrap().clone_into(&mut self.class);
                self.dump.classes.entry(self.class.clone()).or_default();
            }
            "Superclass" => {
                let (_, name) = line.split_once(": '").unwrap();
                self.supertype(name);
            }
            "Interfaces" => self.within = Within::Interfaces,
            "Static fields" | "Instance fields" => self.within = Within::Fields,
            "Direct methods" | "Virtual methods" => {
                self.end_of_method();
                self.within = Within::Methods;
            }
            _ => {}
        }
    }

    fn supertype(&mut self, quoted: &str) {
        let name = quoted.strip_suffix('\'').unwrap().to_owned();
        let class = self.dump.classes.get_mut(&self.class).unwrap();
        class.supertypes.push(name);
    }

    fn detail(&mut self, line: &str) {
        let word = line.get(..14).unwrap_or(line).trim_end();
        match (word, self.within) {
            ("name", Within::Methods | Within::Code | Within::Positions) => {
                self.within = Within::Methods;
                line.split_once(": '")
                    .and_then(|(_, name)| name.strip_suffix('\''))
                    .unwrap()
                    .clone_into(&mut self.name);
            }
            ("value", Within::Fields) => {
                let value = line.split_once(": \"").map(|(_, text)| text);
                if let Some(text) = value.and_then(|text| text.strip_suffix('"')) {
                    self.dump.constants.texts.insert(text.to_owned());
                }
            }
            ("type", Within::Methods) => {
                let (_, ty) = line.split_once(": '").unwrap();
                let ty = ty.strip_suffix('\'').unwrap();
                self.method = Some((format!("{}->{}{ty}", self.class, self.name), None));
                self.dump.listing.add("declared methods", 1);
            }
            ("code", Within::Methods) if !line.contains("(none)") => {
                self.within = Within::Code;
                self.hash = CodeHash::new();
                self.dump.listing.add("methods with code", 1);
                if let Some((_, code)) = &mut self.method {
                    *code = Some(Code::default());
                }
            }
            ("insns size", Within::Code) => {
                let (_, size) = line.split_once(": ").unwrap();
                let (units, _) = size.split_once(' ').unwrap();
                self.dump.listing.add("code units", units.parse().unwrap());
            }
            ("positions", Within::Code) => self.within = Within::Positions,
            ("locals", Within::Positions) => self.within = Within::Methods,
            _ => {}
        }
    }

    /// A row such as `0003: invoke-direct {v0}, Lx/A;.<init>:()V // method@42d5`.
    fn instruction(&mut self, row: &str) {
        let Some((offset, rest)) = row.split_once(": ") else {
            return;
        };
        let (mnemonic, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        let (operands, comment) = rest.rsplit_once(" // ").unwrap_or((rest, ""));
        if mnemonic.starts_with("const-string")
            && !comment.strip_prefix("string@").is_some_and(is_hex)
        {
            self.pending = Some(row.to_owned());
            return;
        }
        let first = comment.split(", ").next().unwrap_or_default();
        let index = first
            .split_once('@')
            .map(|(_, digits)| u32::from_str_radix(digits, 16).unwrap());
        let insn = Insn {
            offset: u32::from_str_radix(offset, 16).unwrap(),
            mnemonic: mnemonic.to_owned(),
            operands: operands.to_owned(),
            index,
        };
        self.dump.listing.add("instructions", 1);
        self.hash.add(insn.offset, &insn.mnemonic, insn.index);
        if let Some(text) = insn.text() {
            self.dump.constants.texts.insert(text.to_owned());
        } else if insn.mnemonic == "const-class" {
            if let Some(class) = insn.ty() {
                self.dump.constants.classes.insert(class.to_owned());
            }
        } else if insn.mnemonic == "sget-object"
            && let Some(field) = insn.member()
            && field.ty == "Landroid/net/Uri;"
        {
            self.dump.constants.uris.insert(field.class.to_owned());
        } else if insn.mnemonic.starts_with("invoke-static")
            && insn.operands.contains(", Landroid/os/Environment;.")
        {
            self.dump.constants.calls_environment = true;
        }
        if let Some((name, Some(code))) = &mut self.method
            && (self.wanted)(name)
        {
            code.insns.push(insn);
        }
    }

    fn end_of_method(&mut self) {
        if let Some((name, code)) = self.method.take() {
            let hash = code.as_ref().map_or(0, |_| self.hash.value());
            self.dump.listing.methods.push((name.clone(), hash));
            if (self.wanted)(&name) {
                self.dump.methods.insert(name, code);
            }
        }
    }
}

/// Annotations of methods as `dexdump -a` prints them: class, name of the method, descriptor of the annotation. Values
/// are not read.
pub(super) fn annotations(path: &Path) -> Vec<[String; 3]> {
    let output = Command::new(PROGRAM)
        .args(["-j", "-a"])
        .arg(path)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    let mut out = Vec::new();
    let mut pending: Vec<(String, String)> = Vec::new();
    let mut method: Option<String> = None;
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("Annotations on ") {
            method = rest
                .strip_prefix("method #")
                .and_then(|rest| rest.split('\'').nth(1))
                .map(str::to_owned);
        } else if let Some(rest) = line.strip_prefix("  VISIBILITY_") {
            let annotation = rest.split(' ').nth(1);
            if let Some((method, annotation)) = method.clone().zip(annotation) {
                pending.push((method, annotation.to_owned()));
            }
        } else if let Some(rest) = line.strip_prefix("  Class descriptor  : '") {
            let class = rest.strip_suffix('\'').unwrap_or(rest);
            out.extend(
                pending
                    .drain(..)
                    .map(|(method, annotation)| [class.to_owned(), method, annotation]),
            );
            method = None;
        }
    }
    out
}

fn is_hex(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
