//! Hostile files: shared code, huge methods, broken tables; the work stays bounded and the rest is kept.

use std::fmt::Write as _;

use crate::assembler::dex;
use crate::support::{get_u32, seal};
use crate::{NOTHING, def, program};

/// Reads an unsigned LEB128 number and moves on.
fn uleb(bytes: &[u8], at: &mut usize) -> u32 {
    let (mut out, mut shift) = (0, 0);
    loop {
        let byte = bytes[*at];
        *at += 1;
        out |= u32::from(byte & 0x7f) << shift;
        shift += 7;
        if byte & 0x80 == 0 {
            return out;
        }
    }
}

fn many(n: usize, big: usize) -> Vec<u8> {
    let mut text = String::from(".class La/共享;\n");
    for k in 0..n {
        writeln!(
            text,
            ".method public static m{k:05}()V 1\nreturn-void\n.end"
        )
        .unwrap();
    }
    text.push_str(".method public static z()V 1\n");
    for _ in 0..big {
        text.push_str("const-string v0 \"信\"\n");
    }
    text.push_str("return-void\n.end\n");
    dex(&text)
}

/// Lets every method of the only class share the last one's code.
fn share(mut bytes: Vec<u8>) -> Vec<u8> {
    let class = get_u32(&bytes, 0x64) as usize;
    let mut at = get_u32(&bytes, class + 24) as usize;
    let counts: Vec<u32> = (0..4).map(|_| uleb(&bytes, &mut at)).collect();
    assert_eq!(&counts[..2], [0, 0]);
    let mut places = Vec::new();
    for _ in 0..counts[2] {
        uleb(&bytes, &mut at);
        uleb(&bytes, &mut at);
        let start = at;
        uleb(&bytes, &mut at);
        places.push(start..at);
    }
    let last = bytes[places.last().unwrap().clone()].to_vec();
    for place in places {
        assert_eq!(place.len(), last.len(), "offsets of one length");
        bytes[place].copy_from_slice(&last);
    }
    let len = bytes.len();
    seal(&mut bytes, 0, len);
    bytes
}

#[test]
fn code_shared_by_many_methods_is_bounded_and_said() {
    let honest = [many(1500, 2000)];
    let plain = program(&honest, &NOTHING);
    assert!(plain.gaps().is_empty(), "{:?}", plain.gaps());
    assert_eq!(plain.n_instructions(), 1500 + 2001);

    let files = [share(many(1500, 2000)), dex(".class La/Other;")];
    let shared = program(&files, &NOTHING);
    // 1501 methods of 4001 units each would be six million; a budget of four units a byte stops far below.
    let len = u64::try_from(files[0].len()).unwrap();
    assert!(
        shared.n_instructions() < len * 4,
        "{}",
        shared.n_instructions()
    );
    assert!(shared.n_instructions() > 2000);
    assert!(
        shared.gaps().iter().any(|gap| gap.what.contains("budget")),
        "{:?}",
        shared.gaps()
    );
    // Another file has a budget of its own.
    assert!(
        shared
            .find_type(b"La/Other;")
            .and_then(|ty| shared.class_of(ty))
            .is_some()
    );
}

#[test]
fn a_method_with_very_many_joins_has_a_body_in_bounded_time() {
    let mut text = String::from(".class La/A;\n.method public static m(I)V 9\n");
    for n in 0..3000 {
        writeln!(
            text,
            "l{n}:\nif-eqz p0 l{}\nadd-int v0 v1 v2\nadd-int v3 v4 v5",
            (n * 7919) % 3000
        )
        .unwrap();
    }
    text.push_str("return-void\n.end\n");
    let files = [dex(&text)];
    let program = program(&files, &NOTHING);
    let body = program.body(def(&program, "La/A;->m(I)V")).unwrap();
    assert_eq!(body.insns().len(), 9001);
    assert!(body.n_values() < 100_000);
    assert!(body.is_dominated(body.blocks().len() - 1, 0));
}

#[test]
fn any_single_damaged_byte_never_stops_the_build() {
    let text = "
.class public La/信息; extends La/B; implements La/I;
.field static s Ljava/lang/String; = \"𠮷\"
.method public m(I)V 3
start:
  const-string v0 \"𠮷\"
  packed-switch p1 one end
end:
  invoke-virtual {p0, v0} La/信息;->n(Ljava/lang/String;)V
one:
  return-void
handler:
  move-exception v0
  throw v0
.catch start one handler all
.end
.class interface abstract La/I;
.class La/B;
";
    let sound = dex(text);
    for at in 0x70..sound.len() {
        for flip in [0xff, 0x01, 0x80] {
            let mut bytes = sound.clone();
            bytes[at] ^= flip;
            let len = bytes.len();
            seal(&mut bytes, 0, len);
            if dex_parse::parse(&bytes).is_err() {
                continue;
            }
            let files = [bytes];
            let program = program(&files, &NOTHING);
            for (id, _) in program.defs() {
                if let Some(body) = program.body(id) {
                    body.immediate_dominators();
                    for insn in 0..body.insns().len() {
                        body.operands(insn).iter().count();
                    }
                }
                let _ = program.def_name(id);
            }
        }
    }
}
