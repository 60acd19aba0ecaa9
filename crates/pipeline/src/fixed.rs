//! What resources hold on every device, for the stage that follows values; chooses no configuration.

use data_flow::{FixedResource, Resources};
use manifest_parse::{EntryValue, ResourceTable, Value};

/// Configurations of one resource that are compared.
const MAX_CONFIGURATIONS: usize = 500;
/// Longest text given, in bytes; longer ones are prose.
const MAX_TEXT: usize = 512;

/// The tables of all parts of an app.
#[derive(Debug)]
pub(crate) struct Tables<'t, 'b>(pub(crate) &'t [(&'b str, ResourceTable<'b>)]);

impl Resources for Tables<'_, '_> {
    fn fixed(&self, id: u32) -> Option<FixedResource> {
        let all = self.0.iter().flat_map(|(_, table)| table.values_of(id));
        let mut found: Option<FixedResource> = None;
        for (n, entry) in all.enumerate() {
            let EntryValue::Plain(value) = entry.value else {
                return None;
            };
            let one = match value {
                Value::Bool(is) => FixedResource::Number(i64::from(is)),
                Value::Decimal(number) => FixedResource::Number(i64::from(number)),
                Value::Hex(number) => FixedResource::Number(i64::from(number.cast_signed())),
                Value::String(text) if text.len() <= MAX_TEXT => {
                    FixedResource::Text(text.to_string())
                }
                _ => return None,
            };
            if n >= MAX_CONFIGURATIONS || found.as_ref().is_some_and(|known| *known != one) {
                return None;
            }
            found = Some(one);
        }
        found
    }
}
