//! Resource configurations (`ResTable_config`): decoding, whether one fits a device, and which of two fits better.
//!
//! The order of questions is that of `ResTable_config::match`, `isBetterThan` and `isMoreSpecificThan` in
//! <https://android.googlesource.com/platform/frameworks/base/+/refs/heads/main/libs/androidfw/ResourceTypes.cpp>.

use std::fmt;

use crate::chunk::{size_at, u8_at, u16_at};
use crate::locale::{
    Locale, compare_regions, is_close_to_us_english, printable, same_language, unpack,
};

/// A configuration: of a resource value (what it asks for) or of a device (what it has). Zero and empty mean any.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResConfig {
    /// Mobile country code.
    pub mcc: u16,
    /// Mobile network code; 0xffff stands for zero.
    pub mnc: u16,
    /// Locale.
    pub locale: Locale,
    /// Whether the stored script was computed by the build tool and is not part of the resource's name.
    pub is_script_computed: bool,
    /// Numbering system, such as `arab`.
    pub numbering_system: String,
    /// 1 portrait, 2 landscape, 3 square.
    pub orientation: u8,
    /// 1 none, 2 stylus, 3 finger.
    pub touchscreen: u8,
    /// Dots per inch; 0xfffe any, 0xffff none.
    pub density: u16,
    /// 1 none, 2 letters, 3 digits.
    pub keyboard: u8,
    /// 1 none, 2 direction pad, 3 trackball, 4 wheel.
    pub navigation: u8,
    /// Low two bits: keys exposed 1, hidden 2, soft 3. Next two: navigation exposed 1, hidden 2.
    pub input_flags: u8,
    /// Grammatical gender: 1 neuter, 2 feminine, 3 masculine.
    pub grammatical_inflection: u8,
    /// Pixels.
    pub screen_width: u16,
    /// Pixels.
    pub screen_height: u16,
    /// Lowest platform version the value is for.
    pub sdk_version: u16,
    /// Always 0 in practice.
    pub minor_version: u16,
    /// Low four bits size, two bits long, two bits direction.
    pub screen_layout: u8,
    /// Low four bits kind of device, two bits night (0x10 no, 0x20 yes).
    pub ui_mode: u8,
    /// dp.
    pub smallest_screen_width_dp: u16,
    /// dp.
    pub screen_width_dp: u16,
    /// dp.
    pub screen_height_dp: u16,
    /// Low two bits: round 2, not round 1.
    pub screen_layout2: u8,
    /// Low two bits wide gamut, next two high dynamic range.
    pub color_mode: u8,
}

const DENSITY_MEDIUM: u16 = 160;
const DENSITY_ANY: u16 = 0xfffe;
const DENSITY_NONE: u16 = 0xffff;

impl ResConfig {
    /// Decodes the structure at the start of `data`; its first word is its length, and fields past it are zero.
    pub(crate) fn parse(data: &[u8]) -> Option<Self> {
        let length = size_at(data, 0)?;
        // Older tools wrote 28, 32, 36, 48, 52 or 56 bytes; a later platform may write more.
        let data = data.get(..length.min(data.len()))?;
        let byte = |at: usize| u8_at(data, at).unwrap_or(0);
        let word = |at: usize| u16_at(data, at).unwrap_or(0);
        Some(Self {
            mcc: word(4),
            mnc: word(6),
            locale: Locale {
                language: unpack([byte(8), byte(9)], b'a'),
                script: printable(data.get(36..40).unwrap_or_default()),
                region: unpack([byte(10), byte(11)], b'0'),
                variant: printable(data.get(40..48).unwrap_or_default()),
            },
            is_script_computed: byte(52) != 0,
            numbering_system: printable(data.get(53..61).unwrap_or_default()),
            orientation: byte(12),
            touchscreen: byte(13),
            density: word(14),
            keyboard: byte(16),
            navigation: byte(17),
            input_flags: byte(18),
            grammatical_inflection: byte(19) & 0x3,
            screen_width: word(20),
            screen_height: word(22),
            sdk_version: word(24),
            minor_version: word(26),
            screen_layout: byte(28),
            ui_mode: byte(29),
            smallest_screen_width_dp: word(30),
            screen_width_dp: word(32),
            screen_height_dp: word(34),
            screen_layout2: byte(48),
            color_mode: byte(49),
        })
    }

    /// A phone of the present with one locale: what [`Locale`] alone leaves open.
    pub fn phone(locale: &Locale) -> Self {
        Self {
            mcc: 0,
            mnc: 0,
            locale: locale.clone(),
            is_script_computed: false,
            numbering_system: String::new(),
            orientation: 1,
            touchscreen: 3,
            density: 480,
            keyboard: 1,
            navigation: 1,
            input_flags: 0x0b,
            grammatical_inflection: 0,
            screen_width: 1080,
            screen_height: 2340,
            // Above every platform so far, so that the newest value of each resource counts.
            sdk_version: 10_000,
            minor_version: 0,
            screen_layout: 0x42 | 0x20,
            ui_mode: 0x11,
            smallest_screen_width_dp: 360,
            screen_width_dp: 360,
            screen_height_dp: 780,
            screen_layout2: 1,
            color_mode: 0x05,
        }
    }

    /// Whether nothing is asked for.
    pub fn is_default(&self) -> bool {
        let bare = Self {
            is_script_computed: false,
            ..self.clone()
        };
        bare == Self::default()
    }

    /// Whether this value may be used on the device.
    pub(crate) fn matches(&self, device: &Self) -> bool {
        let agree = |own: u32, theirs: u32| own == 0 || own == theirs;
        agree(u32::from(self.mcc), u32::from(device.mcc))
            && agree(u32::from(self.mnc), u32::from(device.mnc))
            && self.matches_locale(device)
            && agree(
                u32::from(self.grammatical_inflection),
                u32::from(device.grammatical_inflection),
            )
            && self.matches_screen(device)
            && self.matches_input(device)
            && self.screen_width <= device.screen_width
            && self.screen_height <= device.screen_height
            && (self.sdk_version == 0 || self.sdk_version <= device.sdk_version)
            && (self.minor_version == 0 || self.minor_version == device.minor_version)
    }

    fn matches_locale(&self, device: &Self) -> bool {
        let (own, wanted) = (&self.locale, &device.locale);
        if own.is_none() {
            return true;
        }
        if !same_language(&own.language, &wanted.language) {
            return false;
        }
        let wanted_script = wanted.likely_script();
        let own_script = own.likely_script();
        if wanted_script.is_empty() || own_script.is_empty() {
            // Without scripts to compare, a stated region has to be the same.
            return own.region.is_empty() || own.region == wanted.region;
        }
        own_script == wanted_script
    }

    fn matches_screen(&self, device: &Self) -> bool {
        let agree = |own: u8, theirs: u8| own == 0 || own == theirs;
        let size = self.screen_layout & 0x0f;
        agree(self.screen_layout & 0xc0, device.screen_layout & 0xc0)
            // A layout for a larger screen never fits a smaller one; the other way round it does.
            && (size == 0 || size <= device.screen_layout & 0x0f)
            && agree(self.screen_layout & 0x30, device.screen_layout & 0x30)
            && agree(self.ui_mode & 0x0f, device.ui_mode & 0x0f)
            && agree(self.ui_mode & 0x30, device.ui_mode & 0x30)
            && self.smallest_screen_width_dp <= device.smallest_screen_width_dp
            && agree(self.screen_layout2 & 0x03, device.screen_layout2 & 0x03)
            && agree(self.color_mode & 0x03, device.color_mode & 0x03)
            && agree(self.color_mode & 0x0c, device.color_mode & 0x0c)
            && self.screen_width_dp <= device.screen_width_dp
            && self.screen_height_dp <= device.screen_height_dp
            && agree(self.orientation, device.orientation)
            && agree(self.touchscreen, device.touchscreen)
    }

    fn matches_input(&self, device: &Self) -> bool {
        let agree = |own: u8, theirs: u8| own == 0 || own == theirs;
        let (keys, device_keys) = (self.input_flags & 0x03, device.input_flags & 0x03);
        // A soft keyboard satisfies a value for exposed keys.
        (agree(keys, device_keys) || (keys == 1 && device_keys == 3))
            && agree(self.input_flags & 0x0c, device.input_flags & 0x0c)
            && agree(self.keyboard, device.keyboard)
            && agree(self.navigation, device.navigation)
    }

    /// Whether this value fits the device better than the other; both must match it.
    pub(crate) fn is_better_than(&self, other: &Self, device: &Self) -> bool {
        // Each step decides when exactly one of the two asks for the property, or when both do and differ.
        if (self.mcc, self.mnc) != (other.mcc, other.mnc) {
            if self.mcc != other.mcc && device.mcc != 0 {
                return self.mcc != 0;
            }
            if self.mnc != other.mnc && device.mnc != 0 {
                return self.mnc != 0;
            }
        }
        if self.is_locale_better(other, device) {
            return true;
        }
        if other.is_locale_better(self, device) {
            return false;
        }
        for step in [Self::compare_form, Self::compare_screen, Self::compare_rest] {
            match step(self, other, device) {
                std::cmp::Ordering::Greater => return true,
                std::cmp::Ordering::Less => return false,
                std::cmp::Ordering::Equal => {}
            }
        }
        false
    }

    /// Grammatical gender, direction and widths in dp.
    fn compare_form(&self, other: &Self, device: &Self) -> std::cmp::Ordering {
        let stated = |own: u8, theirs: u8, wanted: u8| {
            if own == theirs || wanted == 0 {
                std::cmp::Ordering::Equal
            } else {
                (own != 0).cmp(&(theirs != 0))
            }
        };
        stated(
            self.grammatical_inflection,
            other.grammatical_inflection,
            device.grammatical_inflection,
        )
        .then_with(|| {
            stated(
                self.screen_layout & 0xc0,
                other.screen_layout & 0xc0,
                device.screen_layout & 0xc0,
            )
        })
        // The larger of two widths that both fit is the nearer one.
        .then_with(|| {
            self.smallest_screen_width_dp
                .cmp(&other.smallest_screen_width_dp)
        })
        .then_with(|| {
            let gap = |config: &Self| {
                let width = device
                    .screen_width_dp
                    .saturating_sub(config.screen_width_dp);
                let height = device
                    .screen_height_dp
                    .saturating_sub(config.screen_height_dp);
                u32::from(width).saturating_add(u32::from(height))
            };
            gap(other).cmp(&gap(self))
        })
    }

    /// Size, length, shape, colour, orientation, device kind, night and density.
    fn compare_screen(&self, other: &Self, device: &Self) -> std::cmp::Ordering {
        let stated = |own: u8, theirs: u8, wanted: u8| {
            if own == theirs || wanted == 0 {
                std::cmp::Ordering::Equal
            } else {
                (own != 0).cmp(&(theirs != 0))
            }
        };
        let size = || {
            let (own, theirs, wanted) = (
                self.screen_layout & 0x0f,
                other.screen_layout & 0x0f,
                device.screen_layout & 0x0f,
            );
            if own == theirs || wanted == 0 {
                return std::cmp::Ordering::Equal;
            }
            // No stated size is the same as normal once the device is at least normal.
            let effective = |size: u8| if wanted >= 2 && size == 0 { 2 } else { size };
            effective(own)
                .cmp(&effective(theirs))
                .then_with(|| (own != 0).cmp(&(theirs != 0)))
        };
        size()
            .then_with(|| {
                stated(
                    self.screen_layout & 0x30,
                    other.screen_layout & 0x30,
                    device.screen_layout & 0x30,
                )
            })
            .then_with(|| {
                stated(
                    self.screen_layout2 & 3,
                    other.screen_layout2 & 3,
                    device.screen_layout2 & 3,
                )
            })
            .then_with(|| {
                stated(
                    self.color_mode & 3,
                    other.color_mode & 3,
                    device.color_mode & 3,
                )
            })
            .then_with(|| {
                stated(
                    self.color_mode & 0x0c,
                    other.color_mode & 0x0c,
                    device.color_mode & 0x0c,
                )
            })
            .then_with(|| stated(self.orientation, other.orientation, device.orientation))
            .then_with(|| {
                stated(
                    self.ui_mode & 0x0f,
                    other.ui_mode & 0x0f,
                    device.ui_mode & 0x0f,
                )
            })
            .then_with(|| {
                stated(
                    self.ui_mode & 0x30,
                    other.ui_mode & 0x30,
                    device.ui_mode & 0x30,
                )
            })
            .then_with(|| self.compare_density(other, device))
    }

    fn compare_density(&self, other: &Self, device: &Self) -> std::cmp::Ordering {
        use std::cmp::Ordering;
        if self.density == other.density {
            return Ordering::Equal;
        }
        // A value without density is taken as medium, except that "any" beats everything.
        let effective = |density: u16| {
            if density == 0 {
                DENSITY_MEDIUM
            } else {
                density
            }
        };
        let (own, theirs) = (effective(self.density), effective(other.density));
        if own == theirs {
            return Ordering::Equal;
        }
        if own == DENSITY_ANY || theirs == DENSITY_ANY {
            return (own == DENSITY_ANY).cmp(&(theirs == DENSITY_ANY));
        }
        let wanted = match device.density {
            0 | DENSITY_ANY | DENSITY_NONE => DENSITY_MEDIUM,
            density => density,
        };
        let (high, low) = (own.max(theirs), own.min(theirs));
        let high_wins = if wanted >= high {
            true
        } else if low >= wanted {
            false
        } else {
            // Scaling down is about twice as good as scaling up:
            // (2 * low - wanted) * high > wanted * wanted chooses the lower one.
            let (low, high, wanted) = (i64::from(low), i64::from(high), i64::from(wanted));
            let left = low
                .saturating_mul(2)
                .saturating_sub(wanted)
                .saturating_mul(high);
            left <= wanted.saturating_mul(wanted)
        };
        if (own == high) == high_wins {
            Ordering::Greater
        } else {
            Ordering::Less
        }
    }

    /// Input devices, pixels and platform version.
    fn compare_rest(&self, other: &Self, device: &Self) -> std::cmp::Ordering {
        use std::cmp::Ordering;
        let stated = |own: u8, theirs: u8, wanted: u8| {
            if own == theirs || wanted == 0 {
                Ordering::Equal
            } else {
                (own != 0).cmp(&(theirs != 0))
            }
        };
        let keys = || {
            let (own, theirs, wanted) = (
                self.input_flags & 3,
                other.input_flags & 3,
                device.input_flags & 3,
            );
            if own == theirs || wanted == 0 {
                return Ordering::Equal;
            }
            let rank = |keys: u8| {
                if keys == 0 {
                    0
                } else if keys == wanted {
                    2
                } else {
                    1
                }
            };
            rank(own).cmp(&rank(theirs))
        };
        let pixels = || {
            let gap = |config: &Self| {
                let width = device.screen_width.saturating_sub(config.screen_width);
                let height = device.screen_height.saturating_sub(config.screen_height);
                u32::from(width).saturating_add(u32::from(height))
            };
            gap(other).cmp(&gap(self))
        };
        stated(self.touchscreen, other.touchscreen, device.touchscreen)
            .then_with(keys)
            .then_with(|| {
                stated(
                    self.input_flags & 0x0c,
                    other.input_flags & 0x0c,
                    device.input_flags & 0x0c,
                )
            })
            .then_with(|| stated(self.keyboard, other.keyboard, device.keyboard))
            .then_with(|| stated(self.navigation, other.navigation, device.navigation))
            .then_with(pixels)
            .then_with(|| self.sdk_version.cmp(&other.sdk_version))
            .then_with(|| self.minor_version.cmp(&other.minor_version))
    }

    fn is_locale_better(&self, other: &Self, device: &Self) -> bool {
        let (own, theirs, wanted) = (&self.locale, &other.locale, &device.locale);
        if wanted.is_none() || (own.is_none() && theirs.is_none()) {
            return false;
        }
        if !same_language(&own.language, &theirs.language) {
            // Both match, so one has no language. For English near that of the United States, values without a
            // language are usually American and beat another region's English.
            if wanted.language == "en" {
                if wanted.region == "US" {
                    let is_us = |region: &str| region.is_empty() || region == "US";
                    return if own.language.is_empty() {
                        !is_us(&theirs.region)
                    } else {
                        is_us(&own.region)
                    };
                }
                if is_close_to_us_english(&wanted.region) {
                    return if own.language.is_empty() {
                        !is_close_to_us_english(&theirs.region)
                    } else {
                        is_close_to_us_english(&own.region)
                    };
                }
            }
            return !own.language.is_empty();
        }
        let regions = compare_regions(&own.region, &theirs.region, wanted);
        if regions != 0 {
            return regions > 0;
        }
        let (own_variant, other_variant) = (
            own.variant == wanted.variant,
            theirs.variant == wanted.variant,
        );
        if own_variant != other_variant {
            return own_variant;
        }
        let (own_system, other_system) = (
            self.numbering_system == device.numbering_system,
            other.numbering_system == device.numbering_system,
        );
        if own_system != other_system {
            return own_system;
        }
        own.language == wanted.language && theirs.language != wanted.language
    }
}

impl fmt::Display for ResConfig {
    /// The qualifiers as a resource folder's name has them, `zh-rCN-night-v21`; empty for the default.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pick = |names: &[&str], index: u8| {
            usize::from(index)
                .checked_sub(1)
                .and_then(|row| names.get(row))
                .map(|name| (*name).to_owned())
        };
        let number = |prefix: &str, value: u16, suffix: &str| {
            (value != 0).then(|| format!("{prefix}{value}{suffix}"))
        };
        let density = match self.density {
            0 => None,
            120 => Some("ldpi".to_owned()),
            160 => Some("mdpi".to_owned()),
            213 => Some("tvdpi".to_owned()),
            240 => Some("hdpi".to_owned()),
            320 => Some("xhdpi".to_owned()),
            480 => Some("xxhdpi".to_owned()),
            640 => Some("xxxhdpi".to_owned()),
            DENSITY_ANY => Some("anydpi".to_owned()),
            DENSITY_NONE => Some("nodpi".to_owned()),
            other => Some(format!("{other}dpi")),
        };
        let parts = [
            number("mcc", self.mcc, ""),
            if self.mnc == 0xffff {
                Some("mnc00".to_owned())
            } else {
                number("mnc", self.mnc, "")
            },
            self.locale_qualifier(),
            pick(
                &["neuter", "feminine", "masculine"],
                self.grammatical_inflection,
            ),
            pick(&["ldltr", "ldrtl"], self.screen_layout >> 6),
            number("sw", self.smallest_screen_width_dp, "dp"),
            number("w", self.screen_width_dp, "dp"),
            number("h", self.screen_height_dp, "dp"),
            pick(
                &["small", "normal", "large", "xlarge"],
                self.screen_layout & 0x0f,
            ),
            pick(&["notlong", "long"], (self.screen_layout >> 4) & 3),
            pick(&["notround", "round"], self.screen_layout2 & 3),
            pick(&["nowidecg", "widecg"], self.color_mode & 3),
            pick(&["lowdr", "highdr"], (self.color_mode >> 2) & 3),
            pick(&["port", "land", "square"], self.orientation),
            pick(
                &[
                    "",
                    "desk",
                    "car",
                    "television",
                    "appliance",
                    "watch",
                    "vrheadset",
                ],
                self.ui_mode & 0x0f,
            )
            .filter(|name| !name.is_empty()),
            pick(&["notnight", "night"], (self.ui_mode >> 4) & 3),
            density,
            pick(&["notouch", "stylus", "finger"], self.touchscreen),
            pick(
                &["keysexposed", "keyshidden", "keyssoft"],
                self.input_flags & 3,
            ),
            pick(&["nokeys", "qwerty", "12key"], self.keyboard),
            pick(&["navexposed", "navhidden"], (self.input_flags >> 2) & 3),
            pick(&["nonav", "dpad", "trackball", "wheel"], self.navigation),
            (self.screen_width != 0 || self.screen_height != 0)
                .then(|| format!("{}x{}", self.screen_width, self.screen_height)),
            number("v", self.sdk_version, ""),
        ];
        let mut first = true;
        for part in parts.into_iter().flatten() {
            if !first {
                f.write_str("-")?;
            }
            first = false;
            f.write_str(&part)?;
        }
        Ok(())
    }
}

impl ResConfig {
    fn locale_qualifier(&self) -> Option<String> {
        let locale = &self.locale;
        let script = if self.is_script_computed {
            ""
        } else {
            &*locale.script
        };
        if locale.is_none() {
            return None;
        }
        if script.is_empty() && locale.variant.is_empty() && self.numbering_system.is_empty() {
            let region = if locale.region.is_empty() {
                String::new()
            } else {
                format!("-r{}", locale.region)
            };
            return Some(format!("{}{region}", locale.language));
        }
        let mut text = format!("b+{}", locale.language);
        for part in [script, &locale.region, &locale.variant] {
            if !part.is_empty() {
                text.push('+');
                text.push_str(part);
            }
        }
        if !self.numbering_system.is_empty() {
            text.push_str("+u+nu+");
            text.push_str(&self.numbering_system);
        }
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(locale: &str) -> ResConfig {
        ResConfig {
            locale: Locale::parse(locale),
            ..ResConfig::default()
        }
    }

    /// The best of several configurations for a device, as a table lookup chooses it.
    fn best(device: &ResConfig, values: &[&ResConfig]) -> Option<String> {
        let mut best: Option<&ResConfig> = None;
        for value in values {
            if value.matches(device) && best.is_none_or(|old| value.is_better_than(old, device)) {
                best = Some(value);
            }
        }
        best.map(ToString::to_string)
    }

    #[test]
    fn chinese_falls_back_region_by_region_and_never_to_the_other_script() {
        let device = ResConfig::phone(&Locale::parse("zh-Hans-CN"));
        let (cn, zh, tw, none) = (value("zh-rCN"), value("zh"), value("zh-rTW"), value(""));
        assert_eq!(
            best(&device, &[&none, &tw, &zh, &cn]).as_deref(),
            Some("zh-rCN")
        );
        assert_eq!(best(&device, &[&none, &tw, &zh]).as_deref(), Some("zh"));
        assert_eq!(best(&device, &[&none, &tw]).as_deref(), Some(""));
        assert_eq!(best(&device, &[&tw]), None);
        let sg = value("zh-rSG");
        assert_eq!(best(&device, &[&none, &sg]).as_deref(), Some("zh-rSG"));
        assert_eq!(best(&device, &[&zh, &sg]).as_deref(), Some("zh"));
        let hans = ResConfig {
            locale: Locale::parse("zh-Hans"),
            ..ResConfig::default()
        };
        assert_eq!(best(&device, &[&none, &hans]).as_deref(), Some("b+zh+Hans"));
        let hong_kong = ResConfig::phone(&Locale::parse("zh-HK"));
        assert_eq!(
            best(&hong_kong, &[&none, &tw, &zh, &cn]).as_deref(),
            Some("zh-rTW")
        );
    }

    #[test]
    fn no_locale_takes_the_default_and_english_prefers_it_to_british() {
        let (zh, none, british) = (value("zh"), value(""), value("en-rGB"));
        assert_eq!(
            best(&ResConfig::phone(&Locale::none()), &[&zh, &none]).as_deref(),
            Some("")
        );
        assert_eq!(best(&ResConfig::phone(&Locale::none()), &[&zh]), None);
        assert_eq!(
            best(
                &ResConfig::phone(&Locale::parse("en-US")),
                &[&british, &none]
            )
            .as_deref(),
            Some("")
        );
        assert_eq!(
            best(
                &ResConfig::phone(&Locale::parse("en-AU")),
                &[&british, &none]
            )
            .as_deref(),
            Some("en-rGB")
        );
    }

    #[test]
    fn locale_counts_before_version_and_version_before_nothing() {
        let device = ResConfig::phone(&Locale::parse("zh-CN"));
        let v21 = ResConfig {
            sdk_version: 21,
            ..ResConfig::default()
        };
        let v26 = ResConfig {
            sdk_version: 26,
            ..ResConfig::default()
        };
        let too_new = ResConfig {
            sdk_version: 10_001,
            ..ResConfig::default()
        };
        let (zh, none) = (value("zh"), value(""));
        assert_eq!(
            best(&device, &[&none, &v26, &v21, &too_new]).as_deref(),
            Some("v26")
        );
        assert_eq!(best(&device, &[&v26, &zh]).as_deref(), Some("zh"));
        let night = ResConfig {
            ui_mode: 0x20,
            ..ResConfig::default()
        };
        assert_eq!(best(&device, &[&night, &none]).as_deref(), Some(""));
    }

    #[test]
    fn densities_prefer_scaling_down() {
        let device = ResConfig::phone(&Locale::none());
        let of = |density| ResConfig {
            density,
            ..ResConfig::default()
        };
        let (low, high, any) = (of(320), of(640), of(DENSITY_ANY));
        assert_eq!(best(&device, &[&low, &high]).as_deref(), Some("xxxhdpi"));
        assert_eq!(
            best(&device, &[&low, &high, &any]).as_deref(),
            Some("anydpi")
        );
        assert_eq!(best(&device, &[&of(120), &low]).as_deref(), Some("xhdpi"));
    }

    #[test]
    fn qualifiers_are_spelled_as_folder_names() {
        let mut config = value("zh-Hant-TW");
        config.ui_mode = 0x20;
        config.sdk_version = 31;
        assert_eq!(config.to_string(), "b+zh+Hant+TW-night-v31");
        config.is_script_computed = true;
        assert_eq!(config.to_string(), "zh-rTW-night-v31");
        assert_eq!(value("es-419").to_string(), "es-r419");
    }

    #[test]
    fn short_structures_leave_the_rest_at_zero() {
        let mut data = vec![0_u8; 64];
        data[0] = 28;
        data[8..10].copy_from_slice(b"zh");
        data[29] = 0x20;
        let config = ResConfig::parse(&data).unwrap();
        assert_eq!(config.locale.language, "zh");
        assert_eq!(config.ui_mode, 0, "byte 29 is past the stated length");
        assert!(ResConfig::parse(&[1, 0]).is_none());
    }
}
