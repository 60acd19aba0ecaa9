//! DEX files that are well-formed and costly: each function makes one of a given size; refuses damage,
//! which `mutants` is for.

use crate::dex_builder::{self, Class, Code, DexBuilder};

/// A DEX file in the making, with the names that all shapes need.
struct Shape {
    dex: DexBuilder,
    object: u32,
    string: u32,
    main: u32,
    /// `()V`
    run: u16,
    /// `TelephonyManager.getDeviceId()`
    read: u32,
}

/// Entry class of every shape.
pub(crate) const MAIN: &str = "cn.hostile.Main";

fn half(value: u32) -> u16 {
    u16::try_from(value).unwrap()
}

fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap()
}

impl Shape {
    fn new() -> Self {
        let mut dex = DexBuilder::default();
        let object = dex.ty("Ljava/lang/Object;");
        let string = dex.ty("Ljava/lang/String;");
        let void = dex.ty("V");
        let main = dex.ty("Lcn/hostile/Main;");
        let phone = dex.ty("Landroid/telephony/TelephonyManager;");
        let run = dex.proto("V", void, &[]);
        let get = dex.proto("L", string, &[]);
        let read = dex.method(phone, get, "getDeviceId");
        Self {
            dex,
            object,
            string,
            main,
            run,
            read,
        }
    }

    /// Adds a class with one method `m` when code is given.
    fn class(&mut self, name: &str, superclass: u32, code: Option<Vec<u16>>) -> (u32, u32) {
        let ty = self.dex.ty(name);
        let method = self.dex.method(ty, self.run, "m");
        let virtuals = code.map(|code| (method, 1, Some(body(8, 1, code))));
        self.dex.classes.push(Class {
            ty,
            access: 1,
            superclass: Some(superclass),
            virtuals: virtuals.into_iter().collect(),
            ..Class::default()
        });
        (ty, method)
    }

    /// The instructions of one read.
    fn read_code(&self) -> Vec<u16> {
        let mut code = vec![0x0012];
        code.extend(invoke(VIRTUAL, self.read, &[0]));
        code
    }

    /// Adds the entry activity with this `onCreate` and builds.
    fn build(mut self, registers: u16, code: Vec<u16>) -> Vec<u8> {
        self.finish(body(registers, 2, code), Vec::new());
        self.dex.build()
    }

    /// Adds the entry activity with static methods of its own.
    fn finish(&mut self, on_create: Code, direct: Vec<(u32, u32, Option<Code>)>) {
        let activity = self.dex.ty("Landroid/app/Activity;");
        let bundle = self.dex.ty("Landroid/os/Bundle;");
        let proto = {
            let returns = self.dex.protos[usize::from(self.run)].1;
            self.dex.proto("VL", returns, &[half(bundle)])
        };
        let method = self.dex.method(self.main, proto, "onCreate");
        self.dex.classes.push(Class {
            ty: self.main,
            access: 1,
            superclass: Some(activity),
            direct,
            virtuals: vec![(method, 4, Some(on_create))],
            ..Class::default()
        });
    }

    /// A static method of the entry class; add it with [`Shape::finish`].
    fn static_method(&mut self, proto: u16, name: &str, code: Code) -> (u32, u32, Option<Code>) {
        let method = self.dex.method(self.main, proto, name);
        (method, 9, Some(code))
    }
}

const VIRTUAL: u16 = 0x6e;
const SUPER: u16 = 0x6f;
const DIRECT: u16 = 0x70;
const STATIC: u16 = 0x71;
const INTERFACE: u16 = 0x72;
const RETURN_VOID: u16 = 0x0e;

/// A call with up to four registers below 16.
fn invoke(opcode: u16, method: u32, registers: &[u16]) -> [u16; 3] {
    let n = u16::try_from(registers.len()).unwrap();
    let packed = registers.iter().rev().fold(0, |all, one| all << 4 | one);
    [opcode | n << 12, half(method), packed]
}

/// A 32-bit offset as two code units.
fn units(value: i64) -> [u16; 2] {
    let bytes = i32::try_from(value).unwrap().to_le_bytes();
    [
        u16::from_le_bytes([bytes[0], bytes[1]]),
        u16::from_le_bytes([bytes[2], bytes[3]]),
    ]
}

fn const_string(register: u16, string: u32) -> [u16; 2] {
    [0x1a | register << 8, half(string)]
}

fn body(registers: u16, ins: u16, mut insns: Vec<u16>) -> Code {
    insns.push(RETURN_VOID);
    Code {
        registers,
        ins,
        outs: 4,
        insns,
        ..Code::default()
    }
}

/// `new C(); c.m()` for the type and method given, in register 0.
fn make_and_call(ty: u32, opcode: u16, method: u32) -> Vec<u16> {
    let mut code = vec![0x22, half(ty)];
    code.extend(invoke(opcode, method, &[0]));
    code
}

/// `n` classes, each the superclass of the next; only the first defines the method that is called on the last.
pub(crate) fn inheritance_chain(n: usize) -> Vec<u8> {
    let mut shape = Shape::new();
    let read = shape.read_code();
    let (mut last, mut method) = shape.class("Lc/C0;", shape.object, Some(read));
    for i in 1..n {
        (last, method) = shape.class(&format!("Lc/C{i};"), last, None);
    }
    shape.build(4, make_and_call(last, VIRTUAL, method))
}

/// `n` classes, each the superclass of the next; each overrides the method and calls the one above.
pub(crate) fn override_chain(n: usize) -> Vec<u8> {
    let mut shape = Shape::new();
    let read = shape.read_code();
    let (mut last, mut method) = shape.class("Lc/C0;", shape.object, Some(read));
    for i in 1..n {
        let above = invoke(SUPER, method, &[7]).to_vec();
        (last, method) = shape.class(&format!("Lc/C{i};"), last, Some(above));
    }
    shape.build(4, make_and_call(last, VIRTUAL, method))
}

/// `n` interfaces with four implementers each, all made and all called through the interface.
pub(crate) fn interfaces(n: usize) -> Vec<u8> {
    let mut shape = Shape::new();
    let mut code = Vec::new();
    let read = shape.read_code();
    for i in 0..n {
        let (interface, called) = shape.class(&format!("Li/I{i};"), shape.object, None);
        shape.dex.classes.last_mut().unwrap().access = 0x601;
        for j in 0..4 {
            let (ty, _) = shape.class(&format!("Lc/C{i}x{j};"), shape.object, Some(read.clone()));
            shape.dex.classes.last_mut().unwrap().interfaces = vec![half(interface)];
            code.extend([0x22, half(ty)]);
        }
        code.extend(invoke(INTERFACE, called, &[0]));
    }
    shape.build(4, code)
}

/// A hundred classes that implement all of `n` interfaces, each of which is called.
pub(crate) fn shared_interfaces(n: usize) -> Vec<u8> {
    let mut shape = Shape::new();
    let mut code = Vec::new();
    let mut all = Vec::new();
    for i in 0..n {
        let (interface, called) = shape.class(&format!("Li/I{i};"), shape.object, None);
        shape.dex.classes.last_mut().unwrap().access = 0x601;
        all.push(half(interface));
        code.extend(invoke(INTERFACE, called, &[0]));
    }
    let read = shape.read_code();
    for j in 0..100 {
        let (ty, _) = shape.class(&format!("Lc/C{j};"), shape.object, Some(read.clone()));
        let class = shape.dex.classes.last_mut().unwrap();
        class.interfaces.clone_from(&all);
        code.splice(0..0, [0x22, half(ty)]);
    }
    shape.build(4, code)
}

/// `n` call sites of one virtual method that a tenth as many classes override.
pub(crate) fn call_sites(n: usize) -> Vec<u8> {
    let mut shape = Shape::new();
    let read = shape.read_code();
    let (base, called) = shape.class("Lc/Base;", shape.object, Some(vec![0]));
    let mut code = Vec::new();
    for i in 0..n / 10 {
        let (ty, _) = shape.class(&format!("Lc/C{i};"), base, Some(read.clone()));
        code.extend([0x22, half(ty)]);
    }
    let mut methods = Vec::new();
    for i in 0..n.div_ceil(1000) {
        let calls = invoke(VIRTUAL, called, &[0]).repeat(1000);
        let method = shape.static_method(shape.run, &format!("calls{i}"), body(4, 0, calls));
        code.extend(invoke(STATIC, method.0, &[]));
        methods.push(method);
    }
    shape.finish(body(4, 2, code), methods);
    shape.dex.build()
}

/// One method of `n` arithmetic instructions, each on the result of the one before.
pub(crate) fn long_method(n: usize) -> Vec<u8> {
    let shape = Shape::new();
    let mut code = vec![0x0012, 0x0112];
    for _ in 0..n {
        // add-int/2addr v0, v1
        code.push(0xb0 | 0x1000);
    }
    code.extend(shape.read_code());
    shape.build(4, code)
}

/// A switch with `n` cases, each of which calls the read and goes on behind.
pub(crate) fn large_switch(n: usize) -> Vec<u8> {
    let shape = Shape::new();
    // packed-switch v0 at 1; each case is a call and a goto/32.
    let case_units = 6;
    let first = 4;
    let payload_at = {
        let end = first + n * case_units + 1;
        end + end % 2
    };
    let at = |n: usize| i64::try_from(n).unwrap();
    let mut code = vec![0x0012, 0x2b];
    code.extend(units(at(payload_at - 1)));
    for i in 0..n {
        code.extend(invoke(VIRTUAL, shape.read, &[0]));
        let here = first + i * case_units + 3;
        code.push(0x2a);
        code.extend(units(at(first + n * case_units) - at(here)));
    }
    code.push(RETURN_VOID);
    while code.len() < payload_at {
        code.push(0);
    }
    code.push(0x0100);
    code.push(u16::try_from(n).unwrap());
    code.extend(units(0));
    for i in 0..n {
        code.extend(units(at(first + i * case_units) - 1));
    }
    shape.build(4, code)
}

/// `n` branches, each around all that follow it.
pub(crate) fn branch_nest(n: usize) -> Vec<u8> {
    let mut shape = Shape::new();
    let text = shape.dex.string("x");
    let mut code = vec![0x0012];
    for i in 0..n {
        // if-eqz v0, to the (n - i)th instruction of the tail.
        let distance = 3 * (n - i);
        code.extend([0x38, u16::try_from(distance).unwrap()]);
    }
    code.push(0);
    for i in 0..n {
        // move-object v1, v2 or back: each tail instruction joins two states.
        code.push(if i % 2 == 0 { 0x2107 } else { 0x1207 });
    }
    code.extend(const_string(3, text));
    code.extend(shape.read_code());
    shape.build(8, code)
}

/// `n` constants appended to one builder whose text names a setting.
pub(crate) fn concatenation(n: usize) -> Vec<u8> {
    let mut shape = Shape::new();
    let builder = shape.dex.ty("Ljava/lang/StringBuilder;");
    let (string, run) = (shape.string, shape.run);
    let append = shape.dex.proto("LL", builder, &[half(string)]);
    let append = shape.dex.method(builder, append, "append");
    let init = shape.dex.method(builder, run, "<init>");
    let get = shape.dex.proto("L", string, &[]);
    let to_string = shape.dex.method(builder, get, "toString");
    let setting = setting_getter(&mut shape);
    let text = shape.dex.string("信息𠮷-abcdefgh");
    let mut code = vec![0x0022, half(builder)];
    code.extend(invoke(DIRECT, init, &[0]));
    for _ in 0..n {
        code.extend(const_string(1, text));
        code.extend(invoke(VIRTUAL, append, &[0, 1]));
        code.push(0x000c);
    }
    code.extend(invoke(VIRTUAL, to_string, &[0]));
    code.push(0x010c);
    code.extend(invoke(STATIC, setting, &[2, 1]));
    code.extend(shape.read_code());
    shape.build(8, code)
}

/// `s = s.concat(s)`, `n` times: the text would be 2^n characters long.
pub(crate) fn doubling(n: usize) -> Vec<u8> {
    let mut shape = Shape::new();
    let string = shape.string;
    let concat = shape.dex.proto("LL", string, &[half(string)]);
    let concat = shape.dex.method(string, concat, "concat");
    let setting = setting_getter(&mut shape);
    let text = shape.dex.string("android_id𠮷");
    let mut code = const_string(1, text).to_vec();
    for _ in 0..n {
        code.extend(invoke(VIRTUAL, concat, &[1, 1]));
        code.push(0x010c);
    }
    code.extend(invoke(STATIC, setting, &[2, 1]));
    code.extend(shape.read_code());
    shape.build(8, code)
}

/// `Settings.Secure.getString(ContentResolver, String)`.
fn setting_getter(shape: &mut Shape) -> u32 {
    let secure = shape.dex.ty("Landroid/provider/Settings$Secure;");
    let resolver = shape.dex.ty("Landroid/content/ContentResolver;");
    let string = shape.string;
    let proto = shape
        .dex
        .proto("LLL", string, &[half(resolver), half(string)]);
    shape.dex.method(secure, proto, "getString")
}

/// A ring of `n` methods that each hand their text to the next and read the setting that it names; each is
/// called with a text of its own.
pub(crate) fn wrapper_ring(n: usize) -> Vec<u8> {
    let mut shape = Shape::new();
    let setting = setting_getter(&mut shape);
    let string = shape.string;
    let wrap = shape.dex.proto("LL", string, &[half(string)]);
    let first = number(shape.dex.methods.len());
    let mut methods = Vec::new();
    let mut code = Vec::new();
    for i in 0..n {
        let next = first + number((i + 1) % n);
        // The argument is the last register, v7.
        let mut insns = invoke(STATIC, setting, &[2, 7]).to_vec();
        insns.extend(invoke(STATIC, next, &[7]));
        insns.extend([0x000c, 0x0011]);
        let method = shape.static_method(wrap, &format!("w{i}"), body(8, 1, insns));
        assert_eq!(method.0, first + number(i));
        methods.push(method);
        let text = shape.dex.string(&format!("setting_{i}"));
        code.extend(const_string(0, text));
        code.extend(invoke(STATIC, first + number(i), &[0]));
    }
    code.extend(shape.read_code());
    shape.finish(body(8, 2, code), methods);
    shape.dex.build()
}

/// `n` loops in a row inside one outer loop; each rotates 200 registers.
pub(crate) fn phi_loops(n: usize) -> Vec<u8> {
    let mut shape = Shape::new();
    let text = shape.dex.string("android_id");
    let mut code = vec![0x0012];
    code.extend(const_string(1, text));
    let outer = code.len();
    for _ in 0..n {
        let start = code.len();
        for register in 1..200_u16 {
            // move-object/from16 vAA, vBBBB
            code.extend([0x08 | register << 8, register + 1]);
        }
        let back = i64::try_from(start).unwrap() - i64::try_from(code.len()).unwrap();
        code.extend([0x38, i16::try_from(back).unwrap().cast_unsigned()]);
    }
    // if-nez v0 out; goto/32 to the outer loop.
    let here = code.len() + 2;
    let back = i64::try_from(outer).unwrap() - i64::try_from(here).unwrap();
    code.extend([0x39, 5, 0x2a]);
    code.extend(units(back));
    code.extend(shape.read_code());
    shape.build(250, code)
}

/// `n` layers of 20 methods; each calls all of the next layer, so paths are 20^n.
pub(crate) fn layers(n: usize) -> Vec<u8> {
    let mut shape = Shape::new();
    let first = number(shape.dex.methods.len());
    let mut methods = Vec::new();
    for layer in 0..n {
        for i in 0..20 {
            let code = if layer + 1 == n {
                shape.read_code()
            } else {
                let next = first + number((layer + 1) * 20);
                (next..next + 20)
                    .flat_map(|method| invoke(STATIC, method, &[]))
                    .collect()
            };
            let method = shape.static_method(shape.run, &format!("m{layer}x{i}"), body(4, 0, code));
            methods.push(method);
        }
    }
    let code = (first..first + 20)
        .flat_map(|method| invoke(STATIC, method, &[]))
        .collect();
    shape.finish(body(4, 2, code), methods);
    shape.dex.build()
}

/// A chain of `n` calls whose every method also reads: the chains together are n^2/2 frames long.
pub(crate) fn reads_on_a_chain(n: usize) -> Vec<u8> {
    let mut shape = Shape::new();
    let first = number(shape.dex.methods.len());
    let mut methods = Vec::new();
    for i in 0..n {
        let mut code = shape.read_code();
        if i + 1 < n {
            code.extend(invoke(STATIC, first + number(i + 1), &[]));
        }
        let method = shape.static_method(shape.run, &format!("m{i}"), body(4, 0, code));
        methods.push(method);
    }
    shape.finish(body(4, 2, invoke(STATIC, first, &[]).to_vec()), methods);
    shape.dex.build()
}

/// `n` one-instruction try blocks that share one list of `n` handlers.
pub(crate) fn shared_handlers(n: usize) -> Vec<u8> {
    let mut shape = Shape::new();
    let mut code = invoke(VIRTUAL, shape.read, &[0]).repeat(n);
    let end = number(code.len());
    code.extend([0x0012, RETURN_VOID]);
    let mut handlers = vec![1];
    // sleb128 count of a list without catch-all, below 2^13.
    let count = u16::try_from(n).unwrap();
    handlers.extend([
        (count & 0x7f).to_le_bytes()[0] | 0x80,
        (count >> 7 & 0x3f).to_le_bytes()[0],
    ]);
    for _ in 0..n {
        handlers.extend(dex_builder::uleb(shape.object));
        handlers.extend(dex_builder::uleb(end));
    }
    let tries = (0..n).map(|i| (number(3 * i), 3, 1)).collect();
    let on_create = Code {
        tries,
        handlers,
        ..body(4, 2, code)
    };
    shape.finish(on_create, Vec::new());
    shape.dex.build()
}

/// `n` classes that share the data of one class, whose method has `n` instructions.
pub(crate) fn shared_class_data(n: usize) -> Vec<u8> {
    let mut shape = Shape::new();
    let mut code = shape.read_code();
    code.extend(vec![0; n]);
    shape.class("Lc/C0;", shape.object, Some(code));
    for i in 1..n {
        shape.class(&format!("Lc/C{i};"), shape.object, Some(vec![0]));
    }
    let mut bytes = {
        let read = shape.read_code();
        shape.build(4, read)
    };
    let table = usize::try_from(dex_builder::get_u32(&bytes, 0x64)).unwrap();
    let shared = dex_builder::get_u32(&bytes, table + 24);
    for i in 1..n {
        dex_builder::put_u32(&mut bytes, table + 32 * i + 24, shared);
    }
    let len = bytes.len();
    dex_builder::seal(&mut bytes, 0, len);
    bytes
}

/// `n` calls of `Class.forName(constant)`, each of another class of the app, then its method by reflection.
pub(crate) fn reflection(n: usize) -> Vec<u8> {
    let mut shape = Shape::new();
    let class = shape.dex.ty("Ljava/lang/Class;");
    let string = shape.string;
    let for_name = shape.dex.proto("LL", class, &[half(string)]);
    let for_name = shape.dex.method(class, for_name, "forName");
    let object = shape.object;
    let new = shape.dex.proto("L", object, &[]);
    let new_instance = shape.dex.method(class, new, "newInstance");
    let read = shape.read_code();
    let mut code = shape.read_code();
    for i in 0..n {
        shape.class(&format!("Lc/C{i};"), object, Some(read.clone()));
        let name = shape.dex.string(&format!("c.C{i}"));
        code.extend(const_string(1, name));
        code.extend(invoke(STATIC, for_name, &[1]));
        code.push(0x010c);
        code.extend(invoke(VIRTUAL, new_instance, &[1]));
    }
    shape.build(4, code)
}

/// `n` static fields, each set from the one before and the last one used as the name of a setting.
pub(crate) fn field_chain(n: usize) -> Vec<u8> {
    let mut shape = Shape::new();
    let setting = setting_getter(&mut shape);
    let (main, string) = (shape.main, shape.string);
    let text = shape.dex.string("android_id");
    let mut code = const_string(1, text).to_vec();
    let mut last = None;
    for i in 0..n {
        let field = shape.dex.field(main, string, &format!("f{i}"));
        if let Some(last) = last {
            // sget-object v1
            code.extend([0x62 | 1 << 8, half(last)]);
        }
        // sput-object v1
        code.extend([0x69 | 1 << 8, half(field)]);
        last = Some(field);
    }
    code.extend(invoke(STATIC, setting, &[2, 1]));
    code.extend(shape.read_code());
    shape.build(8, code)
}

/// Classes that extend themselves in a ring of `n`, interfaces that do, and the call that meets them.
pub(crate) fn class_ring(n: usize) -> Vec<u8> {
    let mut shape = Shape::new();
    let mut code = shape.read_code();
    let read = shape.read_code();
    for (kind, access) in [("C", 1), ("I", 0x601)] {
        let first = shape.dex.classes.len();
        for i in 0..n {
            let name = format!("Lring/{kind}{i};");
            let (ty, method) = shape.class(&name, shape.object, Some(read.clone()));
            shape.dex.classes.last_mut().unwrap().access = access;
            if access == 1 {
                code.extend(make_and_call(ty, VIRTUAL, method));
            } else {
                code.extend(invoke(INTERFACE, method, &[0]));
            }
        }
        for i in 0..n {
            let next = shape.dex.classes[first + (i + 1) % n].ty;
            let class = &mut shape.dex.classes[first + i];
            if access == 1 {
                class.superclass = Some(next);
            } else {
                class.interfaces = vec![half(next)];
            }
        }
    }
    shape.build(4, code)
}
