//! Calling code for a library, made from its public interface: one class file whose methods call the library. Refuses
//! to run anything: no call needs to make sense, it only has to be one that a compiler keeps.

use sdk_fingerprint::ClassFile;

const PUBLIC: u16 = 1;
const STATIC: u16 = 8;
const INTERFACE: u16 = 0x200;
const ABSTRACT: u16 = 0x400;
const SYNTHETIC: u16 = 0x1000;

/// Classes of one library that get calls.
const MAX_CLASSES: usize = 24;
/// Calls into one class.
const MAX_CALLS: usize = 8;

/// A class file with one method for each call, in the package `lab`, named after `family`; and the number of calls.
pub(super) fn class_file(name: &str, library: &[ClassFile<'_>]) -> (Vec<u8>, usize) {
    let mut out = Writer::new(name);
    let mut open: Vec<&ClassFile<'_>> = library
        .iter()
        .filter(|class| {
            class.access_flags & PUBLIC != 0
                && class.access_flags & (INTERFACE | SYNTHETIC) == 0
                && !class.is_inner
                && is_plain(class.name)
        })
        .collect();
    open.sort_by_key(|class| class.name);
    // Spread over the whole library, so that more than one corner of it is used.
    let step = (open.len() / MAX_CLASSES).max(1);
    let mut n = 0;
    for class in open.iter().step_by(step).take(MAX_CLASSES) {
        let mut calls = 0;
        for method in &class.methods {
            let wanted = method.access_flags & PUBLIC != 0
                && method.access_flags & SYNTHETIC == 0
                && method.name != b"<clinit>"
                && (method.name != b"<init>" || class.access_flags & ABSTRACT == 0);
            if wanted
                && calls < MAX_CALLS
                && out.call(
                    class.name,
                    method.name,
                    method.descriptor,
                    method.access_flags & STATIC != 0,
                    n,
                )
            {
                calls += 1;
                n += 1;
            }
        }
    }
    (out.finish(), n)
}

fn is_plain(name: &[u8]) -> bool {
    name.iter()
        .all(|byte| byte.is_ascii_alphanumeric() || b"/_$".contains(byte))
}

struct Writer {
    pool: Vec<u8>,
    n_pool: u16,
    this: u16,
    object: u16,
    code_name: u16,
    methods: Vec<u8>,
    n_methods: u16,
}

impl Writer {
    fn new(name: &str) -> Self {
        let mut out = Self {
            pool: Vec::new(),
            n_pool: 1,
            this: 0,
            object: 0,
            code_name: 0,
            methods: Vec::new(),
            n_methods: 0,
        };
        out.this = out.class(name.as_bytes());
        out.object = out.class(b"java/lang/Object");
        out.code_name = out.utf8(b"Code");
        out
    }

    fn entry(&mut self, bytes: &[u8]) -> u16 {
        self.pool.extend_from_slice(bytes);
        let index = self.n_pool;
        self.n_pool = self.n_pool.saturating_add(1);
        index
    }

    fn utf8(&mut self, text: &[u8]) -> u16 {
        let mut bytes = vec![1];
        bytes.extend(u16::try_from(text.len()).unwrap_or(0).to_be_bytes());
        bytes.extend_from_slice(text);
        self.entry(&bytes)
    }

    fn pair(&mut self, tag: u8, a: u16, b: u16) -> u16 {
        let [a, b] = [a.to_be_bytes(), b.to_be_bytes()];
        self.entry(&[tag, a[0], a[1], b[0], b[1]])
    }

    fn class(&mut self, name: &[u8]) -> u16 {
        let name = self.utf8(name).to_be_bytes();
        self.entry(&[7, name[0], name[1]])
    }

    /// Adds a method that takes what the call needs as parameters and makes the call; false when the pool is full.
    fn call(
        &mut self,
        class: &[u8],
        name: &[u8],
        descriptor: &[u8],
        is_static: bool,
        n: usize,
    ) -> bool {
        let Some((parameters, result)) = split(descriptor) else {
            return false;
        };
        if self.n_pool > 60_000 {
            return false;
        }
        let is_new = name == b"<init>";
        let owner = self.class(class);
        let method_name = self.utf8(name);
        let method_type = self.utf8(descriptor);
        let both = self.pair(12, method_name, method_type);
        let method = self.pair(10, owner, both).to_be_bytes();
        let owner = owner.to_be_bytes();
        let mut own = b"(".to_vec();
        let mut code = Vec::new();
        let mut local = 0u8;
        if is_new {
            code.extend([0xbb, owner[0], owner[1], 0x59]);
        } else if !is_static {
            own.push(b'L');
            own.extend_from_slice(class);
            own.push(b';');
            code.extend([0x19, 0]);
            local = 1;
        }
        for parameter in &parameters {
            own.extend_from_slice(parameter);
            let (load, size) = match parameter.first() {
                Some(b'J') => (0x16, 2),
                Some(b'D') => (0x18, 2),
                Some(b'F') => (0x17, 1),
                Some(b'L' | b'[') => (0x19, 1),
                _ => (0x15, 1),
            };
            code.extend([load, local]);
            local = local.saturating_add(size);
        }
        let invoke = match (is_new, is_static) {
            (true, _) => 0xb7,
            (_, true) => 0xb8,
            _ => 0xb6,
        };
        code.extend([invoke, method[0], method[1]]);
        // The result leaves the method, so that nothing of it can be dropped.
        let (back, end): (&[u8], u8) = if is_new {
            (b"Ljava/lang/Object;", 0xb0)
        } else {
            match result.first() {
                Some(b'V') => (result, 0xb1),
                Some(b'J') => (result, 0xad),
                Some(b'D') => (result, 0xaf),
                Some(b'F') => (result, 0xae),
                Some(b'L' | b'[') => (b"Ljava/lang/Object;", 0xb0),
                _ => (result, 0xac),
            }
        };
        code.push(end);
        own.push(b')');
        own.extend_from_slice(back);
        let own_name = self.utf8(format!("call{n}").as_bytes());
        let own_type = self.utf8(&own);
        let stack = u16::from(local).saturating_add(4);
        for word in [0x9, own_name, own_type, 1, self.code_name] {
            self.methods.extend(word.to_be_bytes());
        }
        let len = u32::try_from(code.len()).unwrap_or(0);
        self.methods.extend((len + 12).to_be_bytes());
        for word in [stack, u16::from(local)] {
            self.methods.extend(word.to_be_bytes());
        }
        self.methods.extend(len.to_be_bytes());
        self.methods.extend(&code);
        self.methods.extend([0, 0, 0, 0]);
        self.n_methods += 1;
        true
    }

    fn finish(self) -> Vec<u8> {
        // Version 49 needs no stack maps.
        let mut out = vec![0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 49];
        out.extend(self.n_pool.to_be_bytes());
        out.extend(&self.pool);
        for word in [0x21, self.this, self.object, 0, 0, self.n_methods] {
            out.extend(word.to_be_bytes());
        }
        out.extend(&self.methods);
        out.extend([0, 0]);
        out
    }
}

/// Parameter types and result of a descriptor.
fn split(descriptor: &[u8]) -> Option<(Vec<&[u8]>, &[u8])> {
    let mut rest = descriptor.strip_prefix(b"(")?;
    let mut parameters = Vec::new();
    loop {
        if let Some(result) = rest.strip_prefix(b")") {
            return Some((parameters, result));
        }
        let dims = rest.iter().take_while(|byte| **byte == b'[').count();
        let len = match rest.get(dims)? {
            b'L' => dims + rest.get(dims..)?.iter().position(|byte| *byte == b';')? + 1,
            _ => dims + 1,
        };
        let (head, tail) = rest.split_at_checked(len)?;
        parameters.push(head);
        rest = tail;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_read_back() {
        let mut out = Writer::new("lab/Calls");
        assert!(out.call(b"a/B", b"<init>", b"(IJ[La/C;)V", false, 0));
        assert!(out.call(b"a/B", b"f", b"(D)La/C;", false, 1));
        assert!(!out.call(b"a/B", b"f", b"(D", false, 2));
        let bytes = out.finish();
        let class = sdk_fingerprint::parse_class_file(&bytes).unwrap();
        assert_eq!(class.name, b"lab/Calls");
        assert_eq!(class.methods.len(), 2);
        assert_eq!(class.methods[1].descriptor, b"(La/B;D)Ljava/lang/Object;");
    }
}
