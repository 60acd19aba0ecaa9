//! Control flow of single methods: blocks, edges, dominators.

use program_model::{Body, Program};

use crate::assembler::{Assembled, assemble};
use crate::{NOTHING, def, program};

fn method(registers: u16, code: &str) -> Assembled {
    assemble(&format!(
        ".class La/体;\n.method public static m(I)V {registers}\n{code}\n.end\n"
    ))
}

fn body<'p>(program: &'p Program<'_>) -> &'p Body {
    program.body(def(program, "La/体;->m(I)V")).unwrap()
}

/// First offset of the blocks that follow the block at `from`.
fn next(body: &Body, from: u32) -> Vec<u32> {
    let block = body.block_of(body.insn_at(from).unwrap());
    let succs = &body.blocks()[block].succs;
    succs
        .iter()
        .map(|n| body.insns()[body.blocks()[*n as usize].first].offset)
        .collect()
}

#[test]
fn if_and_goto_make_a_diamond() {
    let built = method(
        2,
        "if-eqz p0 else
.at then
const v0 1
goto end
else:
.at else
const v0 2
end:
.at end
return-void",
    );
    let marks = &built.marks;
    let files = [built.bytes.clone()];
    let program = program(&files, &NOTHING);
    let body = body(&program);
    assert_eq!(body.blocks().len(), 4);
    assert_eq!(next(body, 0), [marks["then"], marks["else"]]);
    assert_eq!(next(body, marks["then"]), [marks["end"]]);
    assert_eq!(next(body, marks["else"]), [marks["end"]]);
    assert!(next(body, marks["end"]).is_empty());
    let block = |mark: &str| body.block_of(body.insn_at(marks[mark]).unwrap());
    assert!(body.is_dominated(block("end"), 0));
    assert!(!body.is_dominated(block("end"), block("then")));
    assert_eq!(body.immediate_dominators()[block("end")], Some(0));
    assert_eq!(body.immediate_dominators()[0], None);
    assert_eq!((body.n_registers(), body.n_ins()), (2, 1));
    assert_eq!(body.insn_at(1), None);
}

#[test]
fn a_switch_goes_to_every_case_and_on() {
    let built = method(
        2,
        "packed-switch p0 one two one
.at default
return-void
one:
.at one
const v0 1
return-void
two:
.at two
const v0 2
return-void",
    );
    let marks = &built.marks;
    let files = [built.bytes.clone()];
    let program = program(&files, &NOTHING);
    let body = body(&program);
    assert_eq!(
        next(body, 0),
        [marks["default"], marks["one"], marks["two"]]
    );
    let one = body.block_of(body.insn_at(marks["one"]).unwrap());
    assert_eq!(body.blocks()[one].preds.as_slice(), [(0, false)]);
}

#[test]
fn a_try_block_goes_to_its_handler_from_throwing_instructions_only() {
    let built = method(
        2,
        "const v0 1
start:
.at quiet
const v0 2
.at call
invoke-static {} La/X;->a()V
.at after
const v0 3
end:
.at outside
invoke-static {} La/X;->b()V
return-void
handler:
.at handler
move-exception v0
return-void
.catch start end handler Ljava/lang/Exception;",
    );
    let marks = &built.marks;
    let files = [built.bytes.clone()];
    let program = program(&files, &NOTHING);
    let body = body(&program);
    let call = body.block_of(body.insn_at(marks["call"]).unwrap());
    let handler = body.block_of(body.insn_at(marks["handler"]).unwrap());
    assert_eq!(
        next(body, marks["call"]),
        [marks["after"], marks["handler"]]
    );
    let call_number = u32::try_from(call).unwrap();
    assert_eq!(
        body.blocks()[handler].preds.as_slice(),
        [(call_number, true)]
    );
    // The call outside the range does not.
    assert!(!next(body, marks["outside"]).contains(&marks["handler"]));
    assert!(body.is_dominated(handler, call));
}

#[test]
fn a_loop_is_dominated_by_its_head() {
    let built = method(
        3,
        "const v0 0
head:
.at head
if-eqz p0 out
.at inside
add-int/lit8 v0 v0 1
if-eqz v0 out
.at again
goto head
out:
.at out
return-void
.at dead
nop
return-void",
    );
    let marks = &built.marks;
    let files = [built.bytes.clone()];
    let program = program(&files, &NOTHING);
    let body = body(&program);
    let block = |mark: &str| body.block_of(body.insn_at(marks[mark]).unwrap());
    assert_eq!(next(body, marks["again"]), [marks["head"]]);
    for mark in ["inside", "again", "out"] {
        assert!(body.is_dominated(block(mark), block("head")), "{mark}");
    }
    assert!(body.is_dominated(block("again"), block("inside")));
    assert!(!body.is_dominated(block("out"), block("inside")));
    assert!(!body.is_dominated(block("head"), block("again")));
    // Nothing leads to dead code, so nothing is said of it.
    assert_eq!(body.immediate_dominators()[block("dead")], None);
    assert!(!body.is_dominated(block("dead"), 0));
}

#[test]
fn a_branch_into_nowhere_has_no_edge() {
    // `goto` far beyond the end, and `if` into the middle of an instruction.
    let built = method(1, "if-eqz p0 1f\nreturn-void\n1f:").bytes;
    let files = [built];
    let built_program = program(&files, &NOTHING);
    assert_eq!(body(&built_program).blocks().len(), 2);
    let raw = method(2, ".raw 0138 0004\n.raw 0014 0001 0002\n.raw 0029 4000").bytes;
    let files = [raw];
    let raw_program = program(&files, &NOTHING);
    let body = body(&raw_program);
    assert_eq!(next(body, 0), [2]);
    assert!(next(body, 5).is_empty());
}

#[test]
fn a_method_without_code_has_no_body() {
    let text = "
.class abstract La/体;
.method public abstract a()V
.method public native b()V
";
    let files = [assemble(text).bytes];
    let program = program(&files, &NOTHING);
    for name in ["La/体;->a()V", "La/体;->b()V"] {
        let id = def(&program, name);
        assert!(program.body(id).is_none());
        assert!(program.events(id).is_empty());
        assert!(!program.def(id).has_code());
    }
    assert!(program.gaps().is_empty());
}
