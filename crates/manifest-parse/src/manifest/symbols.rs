//! Flags and enumerations by name, as text manifests write them; compiled ones hold the numbers already.
//!
//! Source: `core/res/res/values/attrs_manifest.xml` of the Android platform,
//! <https://android.googlesource.com/platform/frameworks/base/+/refs/heads/main/core/res/res/values/attrs_manifest.xml>.

use super::attr;

const PROTECTION_LEVEL: &[(&str, u32)] = &[
    ("normal", 0x0),
    ("dangerous", 0x1),
    ("signature", 0x2),
    ("signatureOrSystem", 0x3),
    ("internal", 0x4),
    ("privileged", 0x10),
    ("system", 0x10),
    ("development", 0x20),
    ("appop", 0x40),
    ("pre23", 0x80),
    ("installer", 0x100),
    ("verifier", 0x200),
    ("preinstalled", 0x400),
    ("setup", 0x800),
    ("instant", 0x1000),
    ("runtime", 0x2000),
    ("oem", 0x4000),
    ("vendorPrivileged", 0x8000),
    ("textClassifier", 0x1_0000),
    ("configurator", 0x8_0000),
    ("incidentReportApprover", 0x10_0000),
    ("appPredictor", 0x20_0000),
    ("companion", 0x80_0000),
    ("retailDemo", 0x100_0000),
    ("recents", 0x200_0000),
    ("role", 0x400_0000),
    ("knownSigner", 0x800_0000),
];

const FOREGROUND_SERVICE_TYPE: &[(&str, u32)] = &[
    ("dataSync", 0x1),
    ("mediaPlayback", 0x2),
    ("phoneCall", 0x4),
    ("location", 0x8),
    ("connectedDevice", 0x10),
    ("mediaProjection", 0x20),
    ("camera", 0x40),
    ("microphone", 0x80),
    ("health", 0x100),
    ("remoteMessaging", 0x200),
    ("systemExempted", 0x400),
    ("shortService", 0x800),
    ("fileManagement", 0x1000),
    ("mediaProcessing", 0x2000),
    ("specialUse", 0x4000_0000),
];

const USES_PERMISSION_FLAGS: &[(&str, u32)] = &[("neverForLocation", 0x1_0000)];

const LAUNCH_MODE: &[(&str, u32)] = &[
    ("standard", 0),
    ("singleTop", 1),
    ("singleTask", 2),
    ("singleInstance", 3),
    ("singleInstancePerTask", 4),
];

const APP_CATEGORY: &[(&str, u32)] = &[
    ("game", 0),
    ("audio", 1),
    ("video", 2),
    ("image", 3),
    ("social", 4),
    ("news", 5),
    ("maps", 6),
    ("productivity", 7),
    ("accessibility", 8),
];

/// The number a text such as `signature|privileged` stands for in an attribute; `None` if a name is unknown.
pub(super) fn number_of(attribute: u32, text: &str) -> Option<u32> {
    let names = match attribute {
        attr::PROTECTION_LEVEL => PROTECTION_LEVEL,
        attr::FOREGROUND_SERVICE_TYPE => FOREGROUND_SERVICE_TYPE,
        attr::USES_PERMISSION_FLAGS => USES_PERMISSION_FLAGS,
        attr::LAUNCH_MODE => LAUNCH_MODE,
        attr::APP_CATEGORY => APP_CATEGORY,
        _ => return None,
    };
    text.split('|').try_fold(0, |flags, part| {
        let (_, number) = names.iter().find(|(name, _)| *name == part.trim())?;
        Some(flags | number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_join_and_unknown_names_do_not_count_as_zero() {
        assert_eq!(
            number_of(attr::PROTECTION_LEVEL, "signature|privileged"),
            Some(0x12)
        );
        assert_eq!(
            number_of(attr::FOREGROUND_SERVICE_TYPE, "location | camera"),
            Some(0x48)
        );
        assert_eq!(
            number_of(attr::FOREGROUND_SERVICE_TYPE, "location|teleport"),
            None
        );
        assert_eq!(number_of(attr::NAME, "location"), None);
    }
}
