//! Events: every kind at its offset, and nothing else.

use program_model::EventKind as K;

use crate::assembler::assemble;
use crate::{NOTHING, def, program};

#[test]
fn every_kind_stands_at_its_offset() {
    let text = "
.class La/事件;
.field static s I
.field i I
.method public all()V 4
  nop
  .at a
  const-string v0 \"值𠮷\"
  .at b
  const-string/jumbo v0 \"值\"
  .at c
  const-class v0 La/事件;
  .at d
  new-instance v0 La/事件;
  .at e
  invoke-direct {v0} La/事件;-><init>()V
  .at f
  invoke-virtual {p0} La/事件;->all()V
  .at g
  invoke-super {p0} Ljava/lang/Object;->notify()V
  .at h
  invoke-static {} La/X;->s()V
  .at i
  invoke-interface {p0} La/X;->i()V
  .at j
  invoke-virtual/range {v0 1} La/X;->r()V
  .at k
  invoke-static/range {v0 0} La/X;->q()V
  .at l
  sget v0 La/事件;->s:I
  .at m
  sput v0 La/事件;->s:I
  .at n
  iget v0 p0 La/事件;->i:I
  .at o
  iput v0 p0 La/事件;->i:I
  .at p
  invoke-custom {} 3
  .at q
  invoke-polymorphic {v0} Ljava/lang/invoke/MethodHandle;->invoke([Ljava/lang/Object;)Ljava/lang/Object; ()V
  .at r
  sget-object v0 La/事件;->t:La/事件;
  const v0 110
  new-array v1 v0 [I
  add-int v0 v0 v0
  return-void
.end
";
    let built = assemble(text);
    let files = [built.bytes];
    let program = program(&files, &NOTHING);
    let def = def(&program, "La/事件;->all()V");
    let expected = [
        ("a", K::ConstString),
        ("b", K::ConstString),
        ("c", K::ConstClass),
        ("d", K::NewInstance),
        ("e", K::InvokeDirect),
        ("f", K::InvokeVirtual),
        ("g", K::InvokeSuper),
        ("h", K::InvokeStatic),
        ("i", K::InvokeInterface),
        ("j", K::InvokeVirtual),
        ("k", K::InvokeStatic),
        ("l", K::StaticGet),
        ("m", K::StaticPut),
        ("n", K::InstanceGet),
        ("o", K::InstancePut),
        ("p", K::InvokeCustom),
        ("q", K::InvokePolymorphic),
        ("r", K::StaticGet),
    ];
    let expected: Vec<(u32, K)> = expected
        .iter()
        .map(|(mark, kind)| (built.marks[*mark], *kind))
        .collect();
    let events = program.events(def);
    let found: Vec<(u32, K)> = events
        .iter()
        .map(|event| (event.offset, event.kind))
        .collect();
    assert_eq!(found, expected);
    let dex = program.dex_of(def);
    let text = program.string_at(dex, events[0].index).unwrap();
    assert_eq!(byte_reader::mutf8::decode_printable(text).text, "值𠮷");
    let name = |n: usize| program.method_name(program.method_at(dex, events[n].index).unwrap());
    assert_eq!(name(7), "La/X;->s()V");
    assert_eq!(name(9), "La/X;->r()V");
    assert_eq!(events[15].index, 3);
    assert_eq!(program.n_instructions(), 23);
    assert!(K::InvokeInterface.is_plain_invoke() && !K::InvokeCustom.is_plain_invoke());
}

#[test]
fn payloads_are_no_events() {
    // The payload's words would read as calls if they were swept as code.
    let text = "
.class La/A;
.method public static m(I)V 1
  packed-switch p0 one two
  return-void
one:
  return-void
two:
  const-string p0 \"一\"
  return-void
.end
";
    let files = [assemble(text).bytes];
    let program = program(&files, &NOTHING);
    let def = def(&program, "La/A;->m(I)V");
    let kinds: Vec<K> = program.events(def).iter().map(|event| event.kind).collect();
    assert_eq!(kinds, [K::ConstString]);
}

#[test]
fn a_broken_instruction_is_said_and_what_came_before_is_kept() {
    let text = "
.class La/坏𠮷;
.method public static m()V 1
  const-string v0 \"前\"
  .at broken
  .raw 003e
  const-string v0 \"后\"
  return-void
.end
.method public static n()V 1
  const-string v0 \"后\"
  return-void
.end
";
    let built = assemble(text);
    let files = [built.bytes];
    let program = program(&files, &NOTHING);
    let broken = def(&program, "La/坏𠮷;->m()V");
    assert_eq!(program.events(broken).len(), 1);
    assert_eq!(program.events(def(&program, "La/坏𠮷;->n()V")).len(), 1);
    let gap = &program.gaps()[0];
    assert_eq!(program.gaps().len(), 1);
    assert!(
        gap.what
            .contains(&format!("unit {}", built.marks["broken"])),
        "{gap:?}"
    );
    assert!(gap.place.starts_with("base.apk!/classes1.dex "), "{gap:?}");
    // The body ends there too, without an edge onward.
    let body = program.body(broken).unwrap();
    assert_eq!(body.insns().len(), 1);
    assert!(body.blocks()[0].succs.is_empty());
}

#[test]
fn a_gap_names_the_broken_method_readably() {
    let text = "
.class La/坏𠮷;
.method public static 方𠮷法()V 1
  .raw 003e
.end
";
    let files = [assemble(text).bytes];
    let program = program(&files, &NOTHING);
    // Known fault: names in this gap are read as plain UTF-8, so those outside the first plane are lost.
    let place = &program.gaps()[0].place;
    assert!(
        place.contains("->方") && place.contains('\u{fffd}'),
        "{place}"
    );
}
