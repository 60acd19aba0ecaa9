//! Values: what a register use reads.

use program_model::{Body, Program, Value};

use crate::assembler::{Assembled, assemble};
use crate::{NOTHING, def, program, sources};

fn method(signature: &str, registers: u16, code: &str) -> Assembled {
    assemble(&format!(
        ".class La/值;\n.method public {signature} {registers}\n{code}\n.end\n"
    ))
}

fn body<'p>(program: &'p Program<'_>, signature: &str) -> &'p Body {
    let name = signature.trim_start_matches("static ");
    program
        .body(def(program, &format!("La/值;->{name}")))
        .unwrap()
}

/// What operand `n` of the instruction at a mark may be.
fn operand(body: &Body, offset: u32, n: usize) -> Vec<i64> {
    let insn = body.insn_at(offset).unwrap();
    sources(body, body.operands(insn).get(n).unwrap())
}

fn check(signature: &str, registers: u16, code: &str, expected: &[(&str, usize, &[&str])]) {
    let built = method(signature, registers, code);
    let files = [built.bytes.clone()];
    let program = program(&files, &NOTHING);
    let body = body(&program, signature);
    for (mark, n, wanted) in expected {
        let mut wanted: Vec<i64> = wanted
            .iter()
            .map(|word| match word.strip_prefix('p') {
                Some(number) => -1 - number.parse::<i64>().unwrap(),
                None if *word == "?" => i64::MIN,
                None => i64::from(built.marks[*word]),
            })
            .collect();
        wanted.sort_unstable();
        assert_eq!(operand(body, built.marks[*mark], *n), wanted, "{mark} {n}");
    }
}

#[test]
fn a_straight_line_reads_the_last_definition() {
    check(
        "static m()V",
        3,
        ".at one
const v0 1
.at two
const v1 2
.at use
add-int v2 v0 v1
.at three
const v0 3
move v1 v0
.at again
add-int v2 v0 v1
return-void",
        &[
            ("use", 0, &["one"]),
            ("use", 1, &["two"]),
            ("again", 0, &["three"]),
            ("again", 1, &["three"]),
        ],
    );
}

#[test]
fn a_two_address_form_reads_the_register_that_it_writes() {
    check(
        "static m(I)V",
        2,
        ".at one
const v0 1
.at sum
add-int/2addr v0 p0
.at use
add-int/lit8 v0 v0 1
return-void",
        &[
            ("sum", 0, &["one"]),
            ("sum", 1, &["p0"]),
            ("use", 0, &["sum"]),
        ],
    );
}

#[test]
fn a_join_merges_both_sides() {
    check(
        "static m(I)V",
        3,
        ".at before
const v1 9
if-eqz p0 else
.at then
const v0 1
goto end
else:
.at else
const v0 2
end:
.at use
add-int v2 v0 v1
return-void",
        &[("use", 0, &["then", "else"]), ("use", 1, &["before"])],
    );
}

#[test]
fn a_value_set_on_one_side_only_is_undefined_on_the_other() {
    check(
        "static m(I)V",
        2,
        "if-eqz p0 end
.at then
const v0 1
end:
.at use
add-int v0 v0 v0
return-void",
        &[("use", 0, &["then", "?"])],
    );
}

#[test]
fn unrelated_lives_of_one_register_stay_apart() {
    check(
        "static m(I)V",
        2,
        ".at first
const v0 1
.at use1
add-int/lit8 v0 v0 1
if-eqz p0 other
.at second
const v0 2
.at use2
add-int/lit8 v0 v0 1
goto end
other:
.at third
const v0 3
.at use3
add-int/lit8 v0 v0 1
end:
.at fourth
const v0 4
.at use4
add-int/lit8 v0 v0 1
return-void",
        &[
            ("use1", 0, &["first"]),
            ("use2", 0, &["second"]),
            ("use3", 0, &["third"]),
            ("use4", 0, &["fourth"]),
        ],
    );
}

#[test]
fn a_handler_reads_the_value_before_the_throwing_instruction() {
    check(
        "static m([I)V",
        3,
        ".at before
const v0 1
start:
.at get
aget-object v0 p0 v0
end:
.at normal
add-int/lit8 v1 v0 1
return-void
handler:
.at caught
move-exception v2
.at use
add-int/lit8 v1 v0 1
return-void
.catch start end handler all",
        &[("normal", 0, &["get"]), ("use", 0, &["before"])],
    );
}

#[test]
fn a_handler_merges_the_values_before_each_throwing_instruction() {
    check(
        "static m([I)V",
        4,
        ".at before
const v0 1
start:
.at get1
aget-object v0 p0 v1
.at set
const v0 5
.at get2
aget-object v0 p0 v1
end:
return-void
handler:
.at use
add-int/lit8 v1 v0 1
return-void
.catch start end handler all",
        &[("use", 0, &["before", "set"])],
    );
}

#[test]
fn a_loop_merges_the_entry_with_the_way_back() {
    check(
        "static m(I)V",
        3,
        ".at zero
const v0 0
.at stays
const v1 7
head:
.at test
if-eqz v0 out
.at step
add-int v0 v0 v1
goto head
out:
.at use
add-int/lit8 v0 v0 1
return-void",
        &[
            ("test", 0, &["zero", "step"]),
            ("step", 0, &["zero", "step"]),
            ("step", 1, &["stays"]),
            ("use", 0, &["zero", "step"]),
        ],
    );
}

#[test]
fn a_method_that_begins_with_a_loop_keeps_its_parameters() {
    check(
        "static m(I)V",
        1,
        "head:
.at test
if-eqz p0 out
.at step
add-int/lit8 p0 p0 -1
goto head
out:
return-void",
        &[("test", 0, &["p0", "step"]), ("step", 0, &["p0", "step"])],
    );
}

#[test]
fn parameters_count_registers_with_wide_ones_twice() {
    check(
        "读(JLjava/lang/String;DI)V",
        9,
        ".at call
invoke-virtual/range {p0 7} La/值;->读(JLjava/lang/String;DI)V
.at last
add-int/lit8 v0 p6 1
return-void",
        &[
            ("call", 0, &["p0"]),
            ("call", 1, &["p1"]),
            ("call", 2, &["p2"]),
            ("call", 3, &["p3"]),
            ("call", 6, &["p6"]),
            ("last", 0, &["p6"]),
        ],
    );
}

#[test]
fn a_register_below_the_parameters_is_undefined_at_first() {
    check(
        "static m(I)V",
        2,
        ".at use
add-int/lit8 v0 v0 1
return-void",
        &[("use", 0, &["?"])],
    );
}

#[test]
fn a_call_result_is_its_move_result() {
    check(
        "static m()V",
        2,
        "invoke-static {} La/X;->get()I
.at result
move-result v0
.at use
invoke-static {v0} La/X;->put(I)V
return-void",
        &[("use", 0, &["result"])],
    );
}

#[test]
fn the_upper_half_of_a_wide_result_takes_the_register_after_it() {
    // v1 held a number before; the wide constant in v0 overwrites it.
    let built = method(
        "static m()V",
        2,
        ".at old
const v1 1
.at wide
const-wide v0 5
.at use
add-int/lit8 v0 v1 1
return-void",
    );
    let files = [built.bytes.clone()];
    let program = program(&files, &NOTHING);
    let body = body(&program, "static m()V");
    let found = operand(body, built.marks["use"], 0);
    // A verifier refuses such code, so either answer is harmless; the point is that there is one.
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn merges_never_hold_themselves_and_are_sorted() {
    let built = method(
        "static m(I)V",
        2,
        "const v0 0
a:
if-eqz p0 b
const v0 1
b:
if-eqz p0 a
add-int/lit8 v0 v0 1
goto a",
    );
    let files = [built.bytes];
    let program = program(&files, &NOTHING);
    let body = body(&program, "static m(I)V");
    let mut n = 0;
    for insn in 0..body.insns().len() {
        for value in body.operands(insn).iter() {
            if let Value::Merge(inputs) = body.value(value) {
                n += 1;
                assert!(!inputs.contains(&value));
                assert!(inputs.is_sorted());
            }
        }
    }
    assert!(n > 0);
}
