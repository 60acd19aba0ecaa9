//! Public attributes of the Android framework by identifier and by name; it knows no other package.

mod names_0000;
mod names_0429;
mod names_0600;

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The namespace of framework attributes.
pub const ANDROID_NAMESPACE: &str = "http://schemas.android.com/apk/res/android";

/// Identifier of the first framework attribute: package 1, type 1, entry 0.
const FIRST: u32 = 0x0101_0000;

/// Start identifier and names of each run of the table.
const RUNS: [(u32, &[&str]); 3] = [
    (FIRST, names_0000::NAMES),
    (FIRST + 0x429, names_0429::NAMES),
    (FIRST + 0x600, names_0600::NAMES),
];

/// The name of a framework attribute, such as `name` for 0x01010003.
pub fn attribute_name(id: u32) -> Option<&'static str> {
    RUNS.iter().find_map(|(first, names)| {
        let row = usize::try_from(id.checked_sub(*first)?).ok()?;
        names.get(row).copied().filter(|name| !name.is_empty())
    })
}

/// The identifier of a framework attribute by its name.
pub fn attribute_id(name: &str) -> Option<u32> {
    static BY_NAME: LazyLock<BTreeMap<&'static str, u32>> = LazyLock::new(|| {
        let rows = RUNS
            .iter()
            .flat_map(|(first, names)| (*first..).zip(names.iter()));
        rows.filter(|(_, name)| !name.is_empty())
            .map(|(id, name)| (*name, id))
            .collect()
    });
    BY_NAME.get(name).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_directions_agree_for_every_row() {
        let mut n = 0;
        for id in FIRST..FIRST + 0x700 {
            if let Some(name) = attribute_name(id) {
                assert_eq!(attribute_id(name), Some(id), "{name}");
                n += 1;
            }
        }
        assert!(n > 1_500, "{n}");
    }

    #[test]
    fn known_rows_stand_where_the_platform_puts_them() {
        for (id, name) in [
            (0x0101_0003, "name"),
            (0x0101_0010, "exported"),
            (0x0101_026f, "onClick"),
            (0x0101_020c, "minSdkVersion"),
            (0x0101_0527, "networkSecurityConfig"),
            (0x0101_0599, "foregroundServiceType"),
            (0x0101_0644, "usesPermissionFlags"),
            (0x0101_06ac, "wantsRoleHolderPriority"),
        ] {
            assert_eq!(attribute_name(id), Some(name));
        }
        assert_eq!(attribute_name(0x0101_0629), None);
        assert_eq!(attribute_name(0x0102_0003), None);
        assert_eq!(attribute_id("信息"), None);
    }
}
