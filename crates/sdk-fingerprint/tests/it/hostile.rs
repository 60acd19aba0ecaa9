//! Damaged profiles, images and class files: an error or less to find, never a panic.

use std::borrow::Cow;

use sdk_fingerprint::{
    Background, Profile, ProfileImage, compile, identify, of_class_files, of_program,
    parse_class_file,
};

use crate::assembler::dex;
use crate::program;

const CODE: &str = ".class public La/信;
.method public m(Ljava/io/File;)V 4
const-string v0 \"a text that is long enough 𠮷\"
const-string v1 \"another text of the library\"
invoke-virtual {p1} Ljava/io/File;->delete()Z
return-void
.end
.method public n(Ljava/io/File;)V 3
const-string v0 \"a third text of the library\"
invoke-virtual {p1} Ljava/io/File;->length()J
return-void
.end
";

#[test]
fn an_image_with_any_word_changed_or_cut_off_anywhere_never_panics() {
    let bytes = dex(CODE);
    let app = program(&bytes);
    let profile = Profile::new("some", "1", &of_program(&app));
    let sound = compile(&[profile], &Background::default()).unwrap();
    // The directories of buckets are the bulk, and all alike.
    let step = |at: usize| if at < 4096 { 4 } else { 1021 };
    let mut at = 0;
    while at + 4 <= sound.len() {
        for word in [u32::MAX, 0x8000_0000, 1] {
            let mut bad = sound.clone();
            bad[at..at + 4].copy_from_slice(&word.to_le_bytes());
            if let Ok(image) = ProfileImage::open(Cow::Owned(bad)) {
                let _ = identify(&app, &image);
                assert!(image.families().count() <= image.n_families());
            }
        }
        let _ = ProfileImage::open(Cow::Owned(sound[..at].to_vec()))
            .map(|image| identify(&app, &image));
        at += step(at);
    }
    assert!(ProfileImage::open(Cow::Borrowed(b"")).is_err());
}

/// A class file with one method: two constants, a call and a dynamic call.
fn class_file() -> Vec<u8> {
    let mut out = vec![0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 52];
    let mut pool: Vec<Vec<u8>> = Vec::new();
    let utf8 = |text: &str| {
        let len = u16::try_from(text.len()).unwrap();
        [&[1][..], &len.to_be_bytes(), text.as_bytes()].concat()
    };
    pool.push(utf8("a/B")); // 1
    pool.push(vec![7, 0, 1]); // 2
    pool.push(utf8("java/lang/Object")); // 3
    pool.push(vec![7, 0, 3]); // 4
    pool.push(utf8("Code")); // 5
    pool.push(utf8("run")); // 6
    pool.push(utf8("()V")); // 7
    pool.push(utf8("a text of the class 信")); // 8
    pool.push(vec![8, 0, 8]); // 9
    pool.push(utf8("java/io/File")); // 10
    pool.push(vec![7, 0, 10]); // 11
    pool.push(vec![12, 0, 6, 0, 7]); // 12
    pool.push(vec![10, 0, 11, 0, 12]); // 13
    pool.push(utf8("BootstrapMethods")); // 14
    pool.push(vec![18, 0, 0, 0, 12]); // 15
    let count = u16::try_from(pool.len() + 1).unwrap();
    out.extend(count.to_be_bytes());
    out.extend(pool.concat());
    let word = |n: u16| n.to_be_bytes();
    for n in [0x21, 2, 4, 0, 0, 1, 1, 6, 7, 1, 5] {
        out.extend(word(n));
    }
    let code = [
        0x12, 9, 0x57, 0xb8, 0, 13, 0xba, 0, 15, 0, 0, 0xaa, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0xb1,
    ];
    let len = u32::try_from(code.len()).unwrap();
    out.extend((len + 12).to_be_bytes());
    out.extend([0, 2, 0, 1]);
    out.extend(len.to_be_bytes());
    out.extend(code);
    out.extend([0, 0, 0, 0]);
    // One attribute of the class: one bootstrap method whose argument is the text.
    out.extend([0, 1, 0, 14, 0, 0, 0, 8, 0, 1, 0, 1, 0, 1, 0, 9]);
    out
}

#[test]
fn a_class_file_is_read_and_any_damage_to_it_never_panics() {
    let sound = class_file();
    let file = parse_class_file(&sound).unwrap();
    assert_eq!((file.name, file.methods.len()), (&b"a/B"[..], 1));
    let classes = of_class_files(&[file]);
    assert_eq!(classes[0].descriptor, b"La/B;");
    // The text, the platform's method.
    assert_eq!(classes[0].methods[0].1.atoms.len(), 2, "{classes:?}");
    for len in 0..sound.len() {
        assert!(parse_class_file(&sound[..len]).is_err(), "{len}");
    }
    for at in 0..sound.len() {
        for flip in [0xff, 0x01, 0x80, 0x10] {
            let mut bad = sound.clone();
            bad[at] ^= flip;
            if let Ok(file) = parse_class_file(&bad) {
                let _ = of_class_files(&[file]);
            }
        }
    }
}

#[test]
fn a_class_that_is_its_own_superclass_ends() {
    let mut bytes = class_file();
    // The superclass is the class itself.
    let at = bytes.windows(6).position(|w| w == [0, 0x21, 0, 2, 0, 4]);
    bytes[at.unwrap() + 5] = 2;
    let file = parse_class_file(&bytes).unwrap();
    assert_eq!(of_class_files(&[file.clone(), file]).len(), 1);
}
