//! Instructions as text: the bytes are a DEX file whose every method is printed.

use dex_parse::{RegisterNames, WorkBudget};

/// Prints every instruction of every method, with both kinds of register names.
pub fn run(data: &[u8]) {
    let Ok(container) = dex_parse::parse(data) else {
        return;
    };
    let mut budget = WorkBudget::new(50_000);
    for file in container.files() {
        for (_, class) in file.class_defs() {
            let Ok(class) = class else { continue };
            let Ok(Some(class_data)) = file.class_data(&class) else {
                continue;
            };
            if budget.charge_class_data(&class_data).is_err() {
                return;
            }
            for method in class_data.methods().flatten() {
                let Ok(Some(code)) = file.code(method.code_off) else {
                    continue;
                };
                if budget.charge_code(&code).is_err() {
                    return;
                }
                for raw in code.raw_instructions().flatten() {
                    let instruction = raw.decode();
                    for names in [RegisterNames::Plain, RegisterNames::from(&code)] {
                        let text = dex_parse::print(file, &instruction, names).to_string();
                        assert!(!text.is_empty());
                    }
                }
            }
        }
    }
}
