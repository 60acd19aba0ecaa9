//! Locales as resource tables store them: packing, scripts, and which region is nearer to which; no translation.
//!
//! The rules are those of `LocaleData.cpp` and `ResTable_config` in
//! <https://android.googlesource.com/platform/frameworks/base/+/refs/heads/main/libs/androidfw/>. The likely scripts and
//! parent locales are facts of CLDR (<https://cldr.unicode.org/>), kept here only where one language has several scripts
//! or a parent that is not its own language.

use std::fmt;

/// A locale: language, script, region and variant, each possibly empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locale {
    /// Two or three lower-case letters.
    pub language: String,
    /// Four letters, first upper case.
    pub script: String,
    /// Two upper-case letters or three digits.
    pub region: String,
    /// Five to eight letters or digits.
    pub variant: String,
}

impl Locale {
    /// No locale: what a device matches that has none of the translations.
    pub fn none() -> Self {
        Self::default()
    }

    /// Reads `zh-Hans-CN`, `zh_CN`, `zh-rCN` or `b+zh+Hans+CN`. Parts that are no subtag are ignored.
    pub fn parse(tag: &str) -> Self {
        let mut locale = Self::default();
        let tag = tag.strip_prefix("b+").unwrap_or(tag);
        for (n, part) in tag.split(['-', '_', '+']).enumerate() {
            let is_alphabetic = part.bytes().all(|byte| byte.is_ascii_alphabetic());
            let region = part
                .strip_prefix('r')
                .filter(|rest| is_region(rest))
                .unwrap_or(part);
            if n == 0 {
                if matches!(part.len(), 2 | 3) && is_alphabetic {
                    locale.language = part.to_ascii_lowercase();
                }
            } else if part.len() == 4
                && is_alphabetic
                && locale.script.is_empty()
                && locale.region.is_empty()
            {
                let (first, rest) = part.split_at_checked(1).unwrap_or((part, ""));
                locale.script = first.to_ascii_uppercase() + &rest.to_ascii_lowercase();
            } else if is_region(region) && locale.region.is_empty() {
                locale.region = region.to_ascii_uppercase();
            } else if matches!(part.len(), 4..=8)
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
            {
                locale.variant = part.to_ascii_lowercase();
            }
        }
        locale
    }

    /// Whether no part is set.
    pub fn is_none(&self) -> bool {
        self.language.is_empty() && self.region.is_empty()
    }

    /// The stated script, else the likely one; empty when unknown.
    pub(crate) fn likely_script(&self) -> &str {
        if self.script.is_empty() {
            likely_script(&self.language, &self.region)
        } else {
            &self.script
        }
    }
}

fn is_region(part: &str) -> bool {
    (part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic()))
        || (part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit()))
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.language)?;
        for part in [&self.script, &self.region, &self.variant] {
            if !part.is_empty() {
                write!(f, "-{part}")?;
            }
        }
        Ok(())
    }
}

/// Unpacks a language or region of `ResTable_config`: two letters, or three in fifteen bits.
/// `base` is `a` for languages and `0` for regions.
pub(crate) fn unpack(packed: [u8; 2], base: u8) -> String {
    let [first, second] = packed;
    if first == 0 {
        return String::new();
    }
    let letters = if first & 0x80 == 0 {
        vec![first, second]
    } else {
        let letter = |bits: u8| base.wrapping_add(bits);
        vec![
            letter(second & 0x1f),
            letter(((second & 0xe0) >> 5) | ((first & 0x03) << 3)),
            letter((first & 0x7c) >> 2),
        ]
    };
    printable(&letters)
}

/// The characters up to the first NUL; bytes that are no letter or digit appear as `?`.
pub(crate) fn printable(bytes: &[u8]) -> String {
    let letters = bytes.iter().take_while(|byte| **byte != 0);
    letters
        .map(|byte| {
            if byte.is_ascii_alphanumeric() {
                char::from(*byte)
            } else {
                '?'
            }
        })
        .collect()
}

/// Languages written in more than one script: likely script by language and region, the first row that fits counts.
/// An empty region list is the language's usual script.
const SCRIPTS: &[(&str, &[&str], &str)] = &[
    (
        "zh",
        &[
            "TW", "HK", "MO", "AU", "BN", "GB", "GF", "ID", "PA", "PF", "PH", "SR", "TH", "US",
            "VN",
        ],
        "Hant",
    ),
    ("zh", &[], "Hans"),
    ("sr", &["ME", "RO", "TR"], "Latn"),
    ("sr", &[], "Cyrl"),
    ("az", &["IQ", "IR"], "Arab"),
    ("az", &["RU"], "Cyrl"),
    ("az", &[], "Latn"),
    ("uz", &["AF"], "Arab"),
    ("uz", &["CN"], "Cyrl"),
    ("uz", &[], "Latn"),
    ("pa", &["PK"], "Arab"),
    ("pa", &[], "Guru"),
    ("kk", &["AF", "CN", "IR", "MN"], "Arab"),
    ("kk", &[], "Cyrl"),
    ("ky", &["CN"], "Arab"),
    ("ky", &["TR"], "Latn"),
    ("ky", &[], "Cyrl"),
    ("mn", &["CN"], "Mong"),
    ("mn", &[], "Cyrl"),
    ("ug", &["KZ", "MN"], "Cyrl"),
    ("ug", &[], "Arab"),
    ("tg", &["PK"], "Arab"),
    ("tg", &[], "Cyrl"),
    ("ku", &["IQ", "IR", "LB"], "Arab"),
    ("ku", &[], "Latn"),
    ("ha", &["CM", "SD"], "Arab"),
    ("ha", &[], "Latn"),
    ("ms", &["CC"], "Arab"),
    ("ms", &[], "Latn"),
    ("yue", &["CN"], "Hans"),
    ("yue", &[], "Hant"),
    ("bs", &[], "Latn"),
    ("shi", &[], "Tfng"),
    ("vai", &[], "Vaii"),
    ("ja", &[], "Jpan"),
    ("ko", &[], "Kore"),
    ("th", &[], "Thai"),
    ("he", &[], "Hebr"),
    ("iw", &[], "Hebr"),
    ("hi", &[], "Deva"),
    ("mr", &[], "Deva"),
    ("ne", &[], "Deva"),
    ("bn", &[], "Beng"),
    ("ta", &[], "Taml"),
    ("te", &[], "Telu"),
    ("kn", &[], "Knda"),
    ("ml", &[], "Mlym"),
    ("gu", &[], "Gujr"),
    ("or", &[], "Orya"),
    ("si", &[], "Sinh"),
    ("km", &[], "Khmr"),
    ("lo", &[], "Laoo"),
    ("my", &[], "Mymr"),
    ("bo", &[], "Tibt"),
    ("ka", &[], "Geor"),
    ("hy", &[], "Armn"),
    ("am", &[], "Ethi"),
    ("el", &[], "Grek"),
    ("ar", &[], "Arab"),
    ("fa", &[], "Arab"),
    ("ur", &[], "Arab"),
    ("ps", &[], "Arab"),
    ("ru", &[], "Cyrl"),
    ("uk", &[], "Cyrl"),
    ("be", &[], "Cyrl"),
    ("bg", &[], "Cyrl"),
    ("mk", &[], "Cyrl"),
];

/// Languages whose usual script is Latin and that apps translate into often.
const LATIN: &[&str] = &[
    "af", "ca", "cs", "cy", "da", "de", "en", "es", "et", "eu", "fi", "fil", "fr", "ga", "gl",
    "hr", "hu", "id", "in", "is", "it", "lt", "lv", "nb", "nl", "nn", "no", "pl", "pt", "ro", "sk",
    "sl", "sq", "sv", "sw", "tl", "tr", "vi", "zu",
];

fn likely_script(language: &str, region: &str) -> &'static str {
    let row = SCRIPTS.iter().find(|(of, regions, _)| {
        *of == language && (regions.is_empty() || regions.contains(&region))
    });
    match row {
        Some((_, _, script)) => script,
        None if LATIN.contains(&language) => "Latn",
        None => "",
    }
}

/// Tagalog and Filipino count as one language (`langsAreEquivalent`).
pub(crate) fn same_language(left: &str, right: &str) -> bool {
    let fold = |language: &str| {
        if language == "tl" {
            "fil".to_owned()
        } else {
            language.to_owned()
        }
    };
    left == right || fold(left) == fold(right)
}

/// Regions whose English is nearer to that of the United States than to international English.
pub(crate) fn is_close_to_us_english(region: &str) -> bool {
    // Territories of the United States and the Philippines; CLDR gives them no parent en-001.
    matches!(
        region,
        "" | "US" | "AS" | "GU" | "MH" | "MP" | "PH" | "PR" | "UM" | "VI" | "BI" | "JP"
    )
}

/// The region of the parent locale, `None` above the language itself. An empty region is the language alone.
fn parent(language: &str, script: &str, region: &str) -> Option<&'static str> {
    if region.is_empty() {
        return None;
    }
    Some(match language {
        "zh" if script == "Hant" && region == "MO" => "HK",
        "en" if matches!(
            region,
            "AT" | "BE" | "CH" | "DE" | "DK" | "FI" | "NL" | "SE" | "SI"
        ) =>
        {
            "150"
        }
        "en" if region != "001" && !is_close_to_us_english(region) => "001",
        "es" if is_latin_america(region) => "419",
        "pt" if matches!(
            region,
            "AO" | "CH" | "CV" | "FR" | "GQ" | "GW" | "LU" | "MO" | "MZ" | "ST" | "TL"
        ) =>
        {
            "PT"
        }
        _ => "",
    })
}

fn is_latin_america(region: &str) -> bool {
    matches!(
        region,
        "AR" | "BO"
            | "BR"
            | "BZ"
            | "CL"
            | "CO"
            | "CR"
            | "CU"
            | "DO"
            | "EC"
            | "GT"
            | "HN"
            | "MX"
            | "NI"
            | "PA"
            | "PE"
            | "PR"
            | "PY"
            | "SV"
            | "US"
            | "UY"
            | "VE"
    )
}

/// A region and those it inherits from, ending with the empty one. Parents are at most three steps away.
fn ancestors(language: &str, script: &str, region: &str) -> Vec<String> {
    let mut list = vec![region.to_owned()];
    let mut next = parent(language, script, region);
    while let Some(region) = next
        && list.len() < 5
    {
        list.push(region.to_owned());
        next = parent(language, script, region);
    }
    list
}

/// The region a language in a script stands for by default.
fn representative(language: &str, script: &str) -> &'static str {
    match (language, script) {
        ("zh", "Hant") => "TW",
        ("zh", _) => "CN",
        ("en", _) => "US",
        ("es", _) => "ES",
        ("pt", _) => "BR",
        ("fr", _) => "FR",
        ("de", _) => "DE",
        ("ar", _) => "EG",
        _ => "",
    }
}

/// Which of two regions is nearer to the wanted one: positive for `left`, negative for `right`
/// (`localeDataCompareRegions`).
pub(crate) fn compare_regions(left: &str, right: &str, wanted: &Locale) -> i32 {
    if left == right {
        return 0;
    }
    let script = wanted.likely_script();
    // Mexican Spanish stands for Latin America when the other is not it (`getEffectiveRegion` of the platform).
    let (left, right) = match (&*wanted.language, left, right) {
        ("es", "MX", other) if other != "419" => ("419", other),
        ("es", other, "MX") if other != "419" => (other, "419"),
        _ => (left, right),
    };
    let line = ancestors(&wanted.language, script, &wanted.region);
    for region in &line {
        if region == left {
            return 1;
        }
        if region == right {
            return -1;
        }
    }
    let distance = |region: &str| {
        let own = ancestors(&wanted.language, script, region);
        let steps = own
            .iter()
            .position(|ancestor| line.contains(ancestor))
            .unwrap_or(own.len());
        let up = own
            .get(steps)
            .and_then(|common| line.iter().position(|ancestor| ancestor == common));
        i32::try_from(steps.saturating_add(up.unwrap_or(0))).unwrap_or(i32::MAX)
    };
    let (left_distance, right_distance) = (distance(left), distance(right));
    if left_distance != right_distance {
        return right_distance.saturating_sub(left_distance);
    }
    let usual = representative(&wanted.language, script);
    if (left == usual) != (right == usual) {
        return if left == usual { 1 } else { -1 };
    }
    // Nothing tells them apart: letters before digits, then the lower code.
    match (left.len().cmp(&right.len())).then(left.cmp(right)) {
        std::cmp::Ordering::Less => 1,
        std::cmp::Ordering::Equal => 0,
        std::cmp::Ordering::Greater => -1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_every_spelling_parse_to_the_same_parts() {
        for tag in ["zh-Hans-CN", "zh_Hans_CN", "b+zh+Hans+CN", "zh-hans-rCN"] {
            let locale = Locale::parse(tag);
            assert_eq!(locale.to_string(), "zh-Hans-CN", "{tag}");
        }
        assert_eq!(Locale::parse("zh-rTW").to_string(), "zh-TW");
        assert_eq!(Locale::parse("es-419").region, "419");
        assert_eq!(Locale::parse("es-r419").region, "419");
        assert_eq!(Locale::parse("sl-nedis").variant, "nedis");
        assert!(Locale::parse("信息").is_none());
    }

    #[test]
    fn three_letter_codes_unpack() {
        // `fil`: 5, 8, 11 in fifteen bits.
        let packed = [0x80 | (11 << 2) | 1, 5];
        assert_eq!(unpack(packed, b'a'), "fil");
        // Region 419.
        let packed = [0x80 | (9 << 2), (1 << 5) | 4];
        assert_eq!(unpack(packed, b'0'), "419");
        assert_eq!(unpack(*b"zh", b'a'), "zh");
        assert_eq!(unpack([0, 0], b'a'), "");
    }

    #[test]
    fn scripts_of_chinese_follow_the_region() {
        assert_eq!(Locale::parse("zh-CN").likely_script(), "Hans");
        assert_eq!(Locale::parse("zh-SG").likely_script(), "Hans");
        assert_eq!(Locale::parse("zh-HK").likely_script(), "Hant");
        assert_eq!(Locale::parse("zh-Hant-CN").likely_script(), "Hant");
        assert_eq!(Locale::parse("xx").likely_script(), "");
    }

    #[test]
    fn nearer_regions_win() {
        let wanted = Locale::parse("zh-CN");
        assert!(compare_regions("CN", "", &wanted) > 0);
        assert!(compare_regions("SG", "", &wanted) < 0);
        let macao = Locale::parse("zh-MO");
        assert!(compare_regions("HK", "TW", &macao) > 0);
        let british = Locale::parse("en-GB");
        assert!(compare_regions("001", "", &british) > 0);
        assert!(compare_regions("IN", "US", &british) > 0);
        let mexico = Locale::parse("es-MX");
        assert!(compare_regions("419", "ES", &mexico) > 0);
    }
}
