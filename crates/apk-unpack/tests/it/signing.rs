//! Signers of all schemes, from signatures built by hand.

use std::fmt::Write as _;

use apk_unpack::{
    DigestOutcome, Limits, ProblemKind, SignatureScheme, Signing, TamperingKind, open,
};
use sha2::Digest as _;

use crate::builder::{File, Zip};
use crate::der;

const V2: u32 = 0x7109_871a;
const V3: u32 = 0xf053_68c0;
const V31: u32 = 0x1b93_ad61;
const STAMP: u32 = 0x6dff_800d;

/// A field with its length in front.
fn field(parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let mut out = u32::try_from(content.len()).unwrap().to_le_bytes().to_vec();
    out.extend(content);
    out
}

fn pair(id: u32, value: &[u8]) -> Vec<u8> {
    let mut out = u64::try_from(value.len() + 4)
        .unwrap()
        .to_le_bytes()
        .to_vec();
    out.extend(id.to_le_bytes());
    out.extend(value);
    out
}

fn block(pairs: &[Vec<u8>]) -> Vec<u8> {
    let content = pairs.concat();
    let size = u64::try_from(content.len() + 24).unwrap().to_le_bytes();
    [&size[..], &content, &size, b"APK Sig Block 42"].concat()
}

/// A v2 value with one signer.
fn v2(certificate: &[u8], digest: &[u8]) -> Vec<u8> {
    let digests = field(&[&field(&[&0x0103_u32.to_le_bytes(), &field(&[digest])])]);
    let certificates = field(&[&field(&[certificate])]);
    let signed = field(&[&digests, &certificates, &field(&[])]);
    let signer = field(&[&signed, &field(&[]), &field(&[])]);
    field(&[&signer])
}

/// A v3 value with one signer, its SDK range and lineage.
fn v3(certificate: &[u8], min: u32, max: u32, lineage: &[&[u8]]) -> Vec<u8> {
    let certificates = field(&[&field(&[certificate])]);
    let mut rotation = 0x3ba0_6f8c_u32.to_le_bytes().to_vec();
    rotation.extend(1_u32.to_le_bytes());
    for old in lineage {
        let node_data = field(&[&field(&[old]), &0x0103_u32.to_le_bytes()]);
        rotation.extend(field(&[&node_data, &[0; 8], &field(&[])]));
    }
    let attributes = if lineage.is_empty() {
        field(&[])
    } else {
        field(&[&field(&[&rotation])])
    };
    let range = [min.to_le_bytes(), max.to_le_bytes()].concat();
    let signed = field(&[&field(&[]), &certificates, &range, &attributes]);
    field(&[&field(&[&signed, &range, &field(&[]), &field(&[])])])
}

fn with_block(pairs: &[Vec<u8>]) -> Zip {
    Zip::apk().with(|zip| zip.before_directory = block(pairs))
}

fn alice() -> Vec<u8> {
    der::certificate("信息 𠮷", "某某, 公司", 7, 3)
}

fn bob() -> Vec<u8> {
    der::certificate("Bob", "Other", 8, 4)
}

fn v1_files(declared: &str) -> [File; 2] {
    let pkcs7 = der::pkcs7(&[bob(), alice()], "信息 𠮷", "某某, 公司", 7);
    let sf = format!("Signature-Version: 1.0\r\n{declared}\r\nName: a\r\n");
    [
        File::deflated("META-INF/CERT.SF", sf.as_bytes()),
        File::deflated("META-INF/CERT.RSA", &pkcs7),
    ]
}

/// An APK with v2 and v3 signers, for tests of damage.
pub(crate) fn signed_apk() -> Vec<u8> {
    with_block(&[
        pair(V2, &v2(&alice(), &[0; 32])),
        pair(V3, &v3(&bob(), 28, 33, &[&alice(), &bob()])),
        pair(STAMP, &field(&[&field(&[&bob()])])),
    ])
    .build()
}

/// An APK with a v1 signer, for tests of damage.
pub(crate) fn v1_apk() -> Vec<u8> {
    let [sf, rsa] = v1_files("X-Android-APK-Signed: 2\r\n");
    Zip::apk().push(sf).push(rsa).build()
}

fn signing(zip: &Zip) -> Signing {
    let bytes = zip.build();
    let container = open(&bytes, &Limits::default()).unwrap();
    assert_eq!(container.tampering(), []);
    container.parts()[0].signing()
}

fn kinds(signing: &Signing) -> Vec<TamperingKind> {
    signing.tampering.iter().map(|mark| mark.kind).collect()
}

#[test]
fn a_v2_signer_is_read() {
    let signing = signing(&with_block(&[
        pair(V2, &v2(&alice(), &[0; 32])),
        pair(0x7177_7777, "{\"channel\":\"华为\"}".as_bytes()),
        pair(0x1234_5678, b"?"),
    ]));
    assert_eq!(signing.tampering, []);
    assert_eq!(signing.problems, []);
    let [signer] = &signing.signers[..] else {
        panic!("{:?}", signing.signers)
    };
    assert_eq!(signer.scheme, SignatureScheme::V2);
    let certificate = &signer.certificate;
    assert_eq!(certificate.subject, "CN=信息 𠮷,O=某某\\, 公司,C=CN");
    assert_eq!(certificate.issuer, certificate.subject);
    assert_eq!(certificate.serial, "07");
    assert_eq!(certificate.not_before, "2015-01-02T03:04:05Z");
    assert_eq!(certificate.not_after, "2055-01-02T03:04:05Z");
    let mut expected = String::new();
    for byte in sha2::Sha256::digest(alice()) {
        write!(expected, "{byte:02x}").unwrap();
    }
    assert_eq!(certificate.sha256, expected);
    assert_eq!((certificate.sha1.len(), certificate.md5.len()), (40, 32));
    assert_eq!(
        (
            certificate.public_key.algorithm.as_str(),
            certificate.public_key.bits
        ),
        ("RSA", 1024)
    );
    let blocks: Vec<_> = signing.blocks.iter().map(|b| (b.id, b.label)).collect();
    assert_eq!(
        blocks,
        [
            (V2, Some("APK Signature Scheme v2")),
            (0x7177_7777, Some("Walle channel")),
            (0x1234_5678, None),
        ]
    );
    assert_eq!(signing.blocks[2].len, 1);
}

#[test]
fn v3_signers_have_sdk_ranges_and_lineage() {
    let signing = signing(&with_block(&[
        pair(V2, &v2(&alice(), &[0; 32])),
        pair(V3, &v3(&bob(), 28, 32, &[&alice(), &bob()])),
        pair(V31, &v3(&bob(), 33, u32::MAX, &[])),
        pair(STAMP, &field(&[&field(&[&bob()])])),
    ]));
    // The v2 certificate is in the lineage of the v3 one: a rotation, no mismatch.
    assert_eq!(signing.tampering, []);
    let rows: Vec<_> = signing
        .signers
        .iter()
        .map(|s| (s.scheme, s.min_sdk, s.max_sdk, s.lineage.len()))
        .collect();
    assert_eq!(
        rows,
        [
            (SignatureScheme::V2, None, None, 0),
            (SignatureScheme::V3, Some(28), Some(32), 2),
            (SignatureScheme::V31, Some(33), Some(u32::MAX), 0),
            (SignatureScheme::SourceStamp, None, None, 0),
        ]
    );
    assert_eq!(
        signing.signers[3].certificate.subject,
        "CN=Bob,O=Other,C=CN"
    );
}

#[test]
fn schemes_that_disagree_are_marked() {
    let rotated_elsewhere = with_block(&[
        pair(V2, &v2(&alice(), &[0; 32])),
        pair(V3, &v3(&bob(), 28, 32, &[&bob()])),
    ]);
    assert_eq!(
        kinds(&signing(&rotated_elsewhere)),
        [TamperingKind::SignerMismatch]
    );
    let [sf, rsa] = v1_files("");
    let other_v1 = with_block(&[pair(V2, &v2(&bob(), &[0; 32]))])
        .push(sf)
        .push(rsa);
    assert_eq!(kinds(&signing(&other_v1)), [TamperingKind::SignerMismatch]);
}

#[test]
fn the_v1_signer_is_the_named_certificate() {
    let [sf, rsa] = v1_files("X-Android-APK-Signed: 2, 3\r\n");
    let signed = Zip::apk().push(sf).push(rsa);
    let signing = signing(&signed);
    let [signer] = &signing.signers[..] else {
        panic!("{:?}", signing.signers)
    };
    assert_eq!(signer.scheme, SignatureScheme::V1);
    assert_eq!(signer.file.as_deref(), Some("META-INF/CERT.RSA"));
    assert_eq!(signer.certificate.subject, "CN=信息 𠮷,O=某某\\, 公司,C=CN");
    assert_eq!(
        kinds(&signing),
        [TamperingKind::SchemeStripped, TamperingKind::SchemeStripped]
    );
}

#[test]
fn signature_files_elsewhere_do_not_count() {
    let [_, rsa] = v1_files("");
    let elsewhere = Zip::apk()
        .push(rsa.clone().with(|f| {
            f.name = b"META-INF/sub/CERT.RSA".to_vec();
            f.local_name.clone_from(&f.name);
        }))
        .push(rsa.with(|f| {
            f.name = b"CERT.RSA".to_vec();
            f.local_name.clone_from(&f.name);
        }));
    assert_eq!(signing(&elsewhere).signers, []);
}

#[test]
fn broken_signatures_are_reported() {
    let broken_file = Zip::apk().push(File::stored("META-INF/A.RSA", b"\x30\x82\xff\xffabc"));
    assert_eq!(
        signing(&broken_file).problems[0].kind,
        ProblemKind::BrokenCertificate
    );

    let broken_certificate = with_block(&[pair(V2, &v2(b"no certificate", &[0; 32]))]);
    let read = signing(&broken_certificate);
    assert_eq!(read.problems[0].kind, ProblemKind::BrokenCertificate);
    assert_eq!(read.signers[0].certificate.sha256.len(), 64);
    assert_eq!(read.signers[0].certificate.subject, "");

    let broken_value = with_block(&[pair(V2, &[0xff; 40])]);
    assert_eq!(
        kinds(&signing(&broken_value)),
        [TamperingKind::BrokenSigningBlock]
    );

    let mut cut = pair(V2, &v2(&alice(), &[0; 32]));
    let len = cut.len() - 10;
    cut.truncate(len);
    assert_eq!(
        kinds(&signing(&with_block(&[cut]))),
        [TamperingKind::BrokenSigningBlock]
    );

    let mut sizes_differ = block(&[pair(V2, &v2(&alice(), &[0; 32]))]);
    sizes_differ[0] ^= 1;
    let zip = Zip::apk().with(|zip| zip.before_directory = sizes_differ);
    let read = signing(&zip);
    assert_eq!(kinds(&read), [TamperingKind::BrokenSigningBlock]);
    assert_eq!(read.signers.len(), 1);
}

#[test]
fn content_digests_are_compared() {
    // The protected bytes do not include the block, so any block of the same place will do.
    let plain = Zip::apk().build();
    let directory = plain.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    let end = plain.len() - 22;
    let chunk = |data: &[u8]| {
        let mut hash = sha2::Sha256::new();
        hash.update([0xa5]);
        hash.update(u32::try_from(data.len()).unwrap().to_le_bytes());
        hash.update(data);
        hash.finalize().to_vec()
    };
    // Without a block the end record already points at the block's later place.
    let digest = sha2::Sha256::digest(
        [
            &[0x5a, 3, 0, 0, 0][..],
            &chunk(&plain[..directory]),
            &chunk(&plain[directory..end]),
            &chunk(&plain[end..]),
        ]
        .concat(),
    );
    for (stated, outcome) in [
        (digest.to_vec(), DigestOutcome::Match),
        (vec![0; 32], DigestOutcome::Mismatch),
    ] {
        let bytes = with_block(&[pair(V2, &v2(&alice(), &stated))]).build();
        let container = open(&bytes, &Limits::default()).unwrap();
        let results = container.parts()[0].verify_content_digest();
        assert_eq!(results.len(), 1);
        assert_eq!(
            (results[0].algorithm, results[0].outcome),
            (0x0103, outcome)
        );
    }
}

#[test]
fn an_unsigned_apk_has_no_signers() {
    let read = signing(&Zip::apk());
    assert_eq!(read, Signing::default());
}
