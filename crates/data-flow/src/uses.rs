//! Where each value of one body is read; refuses to look beyond the body.

use program_model::{Body, Value, ValueId};

/// Uses of the values of one body.
pub(crate) struct Uses {
    /// By value: instructions that read it.
    pub(crate) insns: Vec<Vec<u32>>,
    /// By value: merges that it flows into.
    pub(crate) merges: Vec<Vec<ValueId>>,
    pub(crate) result_of: Vec<Option<ValueId>>,
    pub(crate) params: Vec<Option<ValueId>>,
}

/// Finds them.
pub(crate) fn uses_of(body: &Body) -> Uses {
    let n = body.n_values();
    let mut out = Uses {
        insns: vec![Vec::new(); n],
        merges: vec![Vec::new(); n],
        result_of: vec![None; body.insns().len()],
        params: vec![None; usize::from(body.n_ins())],
    };
    let mut seen = vec![false; n];
    let mut stack: Vec<ValueId> = Vec::new();
    for at in 0..body.insns().len() {
        let number = u32::try_from(at).unwrap_or(u32::MAX);
        for value in body.operands(at).iter() {
            let list = &mut out.insns[value.index()];
            if list.last() != Some(&number) {
                list.push(number);
            }
            stack.push(value);
        }
    }
    while let Some(id) = stack.pop() {
        if std::mem::replace(&mut seen[id.index()], true) {
            continue;
        }
        match body.value(id) {
            Value::Insn(at) => out.result_of[*at as usize] = Some(id),
            Value::Param(slot) => {
                if let Some(place) = out.params.get_mut(usize::from(*slot)) {
                    *place = Some(id);
                }
            }
            Value::Merge(inputs) => {
                for input in inputs {
                    out.merges[input.index()].push(id);
                    stack.push(*input);
                }
            }
            Value::Undefined => {}
        }
    }
    out
}
