//! Scripts that name interfaces in every way, and near misses.

use super::*;

fn found(text: &str) -> Vec<(String, bool)> {
    let rows = [
        ("uni.getLocation", true),
        ("plus.device.imei", true),
        ("RNDeviceInfo", false),
        ("cordova-plugin-device", false),
        ("读.取𠮷", true),
    ];
    let names = Names::new(rows.iter().map(|(name, call)| ((*name).to_owned(), *call)));
    mentions(text.as_bytes(), &names)
        .into_iter()
        .map(|one| (rows[one.row as usize].0.to_owned(), one.is_used))
        .collect()
}

fn used(name: &str) -> Vec<(String, bool)> {
    vec![(name.to_owned(), true)]
}

#[test]
fn calls_are_seen_in_every_form() {
    for text in [
        "uni.getLocation({})",
        "a=1;uni.getLocation.call(e)",
        "window.uni.getLocation()",
        "globalThis.window.uni?.getLocation()",
        "uni['getLocation']()",
        "uni[\"getLocation\"].apply(x)",
        "x=`${uni.getLocation()}`",
        "`a${`b${uni.getLocation()}`}c`",
        "if(/['\"]/.test(a))uni.getLocation()",
        "r=a/2;uni.getLocation();b/=3",
        "{a:1}\nuni.getLocation()",
        "// 注释𠮷\nuni.getLocation()",
        "/* ' */uni.getLocation()",
        "'don\\'t';uni.getLocation()",
    ] {
        assert_eq!(found(text), used("uni.getLocation"), "{text}");
    }
    assert_eq!(found("var i=plus.device.imei;"), used("plus.device.imei"));
    assert_eq!(found("plus.device['imei']"), used("plus.device.imei"));
    assert_eq!(found("读.取𠮷()"), used("读.取𠮷"));
}

#[test]
fn names_of_plug_ins_count_as_members_and_texts() {
    assert_eq!(
        found("n.NativeModules.RNDeviceInfo.get()"),
        used("RNDeviceInfo")
    );
    assert_eq!(found("(0,r.a)().RNDeviceInfo"), used("RNDeviceInfo"));
    assert_eq!(found("t('RNDeviceInfo')"), used("RNDeviceInfo"));
    assert_eq!(
        found("{\"cordova-plugin-device\": \"2.0.3\"}"),
        used("cordova-plugin-device")
    );
}

#[test]
fn a_text_is_weaker_than_a_call() {
    let text = vec![("uni.getLocation".to_owned(), false)];
    assert_eq!(found("log('uni.getLocation failed')"), text);
    assert_eq!(
        found("log('uni.getLocation failed');uni.getLocation()"),
        used("uni.getLocation")
    );
}

#[test]
fn near_misses_are_not_found() {
    for text in [
        "// uni.getLocation()",
        "/* uni.getLocation() */",
        "my_uni.getLocation()",
        "a.uni.getLocation()",
        "uni.getLocations()",
        "uni.get.Location()",
        "uni(getLocation)",
        "f().uni.getLocation",
        "RNDeviceInfos",
        "'cordova-plugin-device-motion'",
        "plus.device",
        "",
        "`",
        "${",
        "uni[",
        "uni['getLocation",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn broken_scripts_end() {
    let seeds = [
        "uni.getLocation(`a${b['c']}`/x/.y)",
        "a=/[/\\]]/g;\"\\\"\";plus[\"device\"]['imei']?.x",
    ];
    let mut state = 88_172_645_463_325_252_u64;
    for n in 0..40_000 {
        let mut bytes = seeds[n % 2].as_bytes().to_vec();
        for _ in 0..3 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let at = usize::try_from(state % bytes.len() as u64).unwrap();
            bytes[at] = b"`${}[]'\"/\\.?\n*a\xe4"[usize::try_from(state >> 40).unwrap() % 16];
        }
        let names = Names::new([("uni.getLocation".to_owned(), true)]);
        let _ = mentions(&bytes, &names);
    }
}
