//! The seeds of the fuzz targets, made from the samples into `fuzz/corpus`, which is not committed; refuses a corpus
//! that is large.

use std::collections::BTreeMap;
use std::path::PathBuf;

use ruleset::framework::rows::FrameworkRows;

use crate::dex_builder;
use crate::inputs::{SMALL, entry, protobuf_manifest, sample, signing_block, text_manifest};
use crate::run::knowledge;
use crate::zips::{self, File};

/// All seeds together in bytes.
const MAX_CORPUS: usize = 300_000;

const STACK: &str = "\
java.lang.SecurityException: 没有权限 𠮷
\tat android.telephony.TelephonyManager.getDeviceId(TelephonyManager.java:769)
\tat cn.privlens.samples.weather.DeviceInfo.imei(DeviceInfo.java:21)
\tat cn.privlens.samples.weather.App.onCreate(Unknown Source:12)
getDeviceId<---cn.privlens.samples.weather.MainActivity.onCreate<---android.app.Activity.performCreate
1----android.os.Handler----Handler.java----873----dispatchMessage
[{\"className\":\"a.b\",\"methodName\":\"c\",\"fileName\":\"信息.java\",\"lineNumber\":3}]
";

const MAPPING: &str = "\
# compiler: R8
com.example.设备 -> a.b:
# {\"id\":\"sourceFile\",\"fileName\":\"Device.java\"}
    java.lang.String 缓存𠮷 -> c
    1:3:void <init>():10:12 -> <init>
    4:4:java.lang.String imei(android.content.Context):20:20 -> a
    5:5:java.lang.String com.example.Helper.inner(int):99:99 -> a
    5:5:java.lang.String imei(android.content.Context[]):21 -> a
com.example.Model -> a.c:
";

const CATALOGUE: &str = "\
taxonomy/kinds.yaml
format: privlens/taxonomy/1
kinds:
  - id: imei
    zh: 信息𠮷
    en: IMEI
";

const SCRIPT: &str = "\
// 信息𠮷
uni.getLocation({type: 'wgs84', success: r => console.log(r.latitude)});
const id = plus.device.imei;
";

const POLICY: &str = "\
隐私政策 更新日期：2026年1月2日
一、我们收集的信息
我们会收集您的手机号码、位置信息𠮷，用于注册和推荐。我们不会收集您的通讯录。
| SDK名称 | 收集的信息 | 目的 |
|---|---|---|
| 友盟统计 | IMEI、MAC地址 | 统计分析 |
We share your e-mail address with Acme Inc. We do not collect contacts.
";

/// A 64-bit little-endian shared library of one section header table with one text and one exported symbol.
fn library() -> Vec<u8> {
    const HEADER: u64 = 64;
    let names = b"\0Java_cn_privlens_Native_imei\0";
    let sections = b"\0.dynsym\0.dynstr\0.rodata\0.shstrtab\0";
    let text = "/sys/class/net/wlan0/address\0信息𠮷\0".as_bytes();
    let mut symbols = vec![0u8; 24];
    symbols.extend_from_slice(&1u32.to_le_bytes());
    symbols.extend_from_slice(&[0x12, 0, 3, 0]);
    symbols.extend_from_slice(&HEADER.to_le_bytes());
    symbols.extend_from_slice(&4u64.to_le_bytes());
    let mut out = vec![0u8; 64];
    let mut place = |bytes: &[u8]| {
        let at = out.len() as u64;
        out.extend_from_slice(bytes);
        (at, bytes.len() as u64)
    };
    let [rodata, dynsym, dynstr, shstrtab] =
        [text, &symbols[..], &names[..], &sections[..]].map(&mut place);
    let table = out.len() as u64;
    // Name, type, flags, address, offset, size, link, info, alignment, size of an entry.
    let rows = [
        (0, 0, 0, (0, 0), 0, 0),
        (1, 11, 2, dynsym, 2, 24),
        (9, 3, 2, dynstr, 0, 0),
        (17, 1, 2, rodata, 0, 0),
        (25, 3, 0, shstrtab, 0, 0),
    ];
    for (name, kind, flags, (at, size), link, entry) in rows {
        for word in [name, kind] {
            out.extend_from_slice(&u32::to_le_bytes(word));
        }
        for long in [flags, at, at, size] {
            out.extend_from_slice(&u64::to_le_bytes(long));
        }
        for word in [link, 1] {
            out.extend_from_slice(&u32::to_le_bytes(word));
        }
        for long in [1, entry] {
            out.extend_from_slice(&u64::to_le_bytes(long));
        }
    }
    out[..20].copy_from_slice(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\xb7\0");
    out[20] = 1;
    out[40..48].copy_from_slice(&table.to_le_bytes());
    out[52..64].copy_from_slice(&[64, 0, 56, 0, 0, 0, 64, 0, 5, 0, 4, 0]);
    out
}

fn seeds() -> BTreeMap<String, Vec<u8>> {
    let mut out: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut add = |name: &str, bytes: Vec<u8>| {
        assert!(out.insert(name.to_owned(), bytes).is_none());
    };
    let apk = sample("permissions/permissions.apk");
    let weather = zips::take_apart(&sample(SMALL[0]));
    let permissions = zips::take_apart(&apk);
    let built = dex_builder::sample().build();
    let mut version_41 = dex_builder::sample();
    version_41.version = Some(*b"041");
    let double = dex_builder::container(&[version_41.clone(), version_41]);
    let tiny = zips::build(&[
        File::stored("AndroidManifest.xml", text_manifest("cn.信息", ".主")),
        File::deflated("classes.dex", built.clone()),
    ]);
    let pkcs7 = entry(&permissions, "META-INF/SAMPLE.RSA");
    let signed = zips::build(&[
        File::stored("AndroidManifest.xml", *b"x"),
        File::stored(
            "META-INF/MANIFEST.MF",
            entry(&permissions, "META-INF/MANIFEST.MF"),
        ),
        File::stored(
            "META-INF/SAMPLE.SF",
            entry(&permissions, "META-INF/SAMPLE.SF"),
        ),
        File::stored("META-INF/SAMPLE.RSA", pkcs7.clone()),
    ]);
    let manifest = entry(&permissions, "AndroidManifest.xml");
    let layout = entry(&weather, "res/layout/main.xml");
    let protobuf = protobuf_manifest(&manifest);
    let set = zips::build(&[
        File::stored("base.apk", tiny.clone()),
        File::deflated("split_config.zh.apk", tiny.clone()),
    ]);
    let bundle = zips::build(&[
        File::stored("BundleConfig.pb", vec![0x0a, 0]),
        File::stored("base/manifest/AndroidManifest.xml", protobuf.clone()),
        File::stored("base/dex/classes.dex", built.clone()),
    ]);
    let jar = zips::build(&[File::stored("a/B.class", *b"\xca\xfe\xba\xbe")]);

    add("app/permissions.apk", apk.clone());
    add("app/weather.apk", sample(SMALL[0]));
    add("app/tiny.apk", tiny.clone());
    add("app/bundle.aab", bundle.clone());
    add("app/set.apks", set.clone());
    add("container/permissions.apk", apk);
    add("container/tiny.apk", tiny);
    add("container/set.apks", set);
    add("container/bundle.aab", bundle);
    add("container/classes.jar", jar);
    add(
        "signing/v2.apk",
        zips::insert_signing_block(&signed, &signing_block(&pkcs7)),
    );
    add("signing/v1.apk", signed);
    for target in ["dex", "disassembly"] {
        add(&format!("{target}/built.dex"), built.clone());
        add(
            &format!("{target}/permissions.dex"),
            entry(&permissions, "classes.dex"),
        );
    }
    add("dex/container.dex", double);
    add("disassembly/weather.dex", entry(&weather, "classes.dex"));
    add("axml/manifest.xml", manifest);
    add("axml/layout.xml", layout);
    add("axml/text.xml", text_manifest("cn.信息", ".主𠮷"));
    add(
        "arsc/permissions.arsc",
        entry(&permissions, "resources.arsc"),
    );
    add("arsc/weather.arsc", entry(&weather, "resources.arsc"));
    add("protobuf/manifest.pb", protobuf);
    add("mutf8/text.bin", "信息abc\u{80}".as_bytes().to_vec());
    // U+20BB7 as a pair of surrogates, then half of one, NUL and a four-byte sequence.
    let pairs = b"\xed\xa1\x82\xed\xbe\xb7\xed\xa1\x82\xc0\x80\xf0\xa0\xae\xb7";
    add("mutf8/pairs.bin", pairs.to_vec());
    let rows = knowledge().framework().to_rows();
    let few = FrameworkRows {
        types: rows.types.into_iter().take(20).collect(),
        members: rows.members.into_iter().take(60).collect(),
        constants: rows.constants.into_iter().take(20).collect(),
        seen: rows.seen.into_iter().take(10).collect(),
    };
    let mut small = ruleset::schema::Catalogues::default();
    let all = knowledge().catalogues();
    small.kinds = all.kinds.iter().take(2).cloned().collect();
    small.groups = all.groups.iter().take(2).cloned().collect();
    small.sdks = all.sdks.iter().take(2).cloned().collect();
    small.permissions = all.permissions.iter().take(2).cloned().collect();
    add(
        "image/few.bin",
        ruleset::image::compile(&small, &few).unwrap(),
    );
    add("catalogue/kinds.txt", CATALOGUE.as_bytes().to_vec());
    add("mapping/mapping.txt", MAPPING.as_bytes().to_vec());
    add("stack/stacks.txt", STACK.as_bytes().to_vec());
    add("elf/library.so", library());
    add("bundle/script.js", SCRIPT.as_bytes().to_vec());
    // The first byte picks the ending: text and Markdown.
    for (name, first) in [("text", 0u8), ("markdown", 1)] {
        let bytes = std::iter::once(first).chain(POLICY.bytes()).collect();
        add(&format!("policy/{name}.bin"), bytes);
    }
    out
}

/// The seeds are made anew from the samples at every run and never committed; the replay that follows reads them.
#[test]
fn the_fuzz_corpus_is_made_and_small() {
    let corpus = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    let seeds = seeds();
    let mut total = 0;
    for (name, bytes) in &seeds {
        let path = corpus.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
        assert!(!bytes.is_empty(), "{name} is empty");
        total += bytes.len();
    }
    assert!(total < MAX_CORPUS, "{total} bytes");
}
