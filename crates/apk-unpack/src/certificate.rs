//! What an X.509 certificate says about its owner, and its fingerprints. It verifies no signature
//! and looks at no extension.

use std::fmt::Write as _;

use byte_reader::{ReadError, Reader};
use sha2::Digest;
use x509_parser::certificate::X509CertificateParser;
use x509_parser::nom::Parser as _;
use x509_parser::time::ASN1Time;

use crate::der;
use crate::distinguished_name;
use crate::signing::{Certificate, PublicKey};

/// Reads a certificate. Fingerprints are always given; where the DER cannot be decoded the other
/// fields are empty and the second value is `false`.
pub(crate) fn read(der: &[u8]) -> (Certificate, bool) {
    let mut certificate = Certificate {
        subject: String::new(),
        issuer: String::new(),
        serial: String::new(),
        not_before: String::new(),
        not_after: String::new(),
        sha256: hex(&sha2::Sha256::digest(der)),
        sha1: hex(&sha1::Sha1::digest(der)),
        md5: hex(&md5::Md5::digest(der)),
        public_key: PublicKey {
            algorithm: String::new(),
            bits: 0,
            sha256: String::new(),
        },
    };
    let mut parser = X509CertificateParser::new().with_deep_parse_extensions(false);
    let Ok((_, parsed)) = parser.parse(der) else {
        return (certificate, false);
    };
    let body = &parsed.tbs_certificate;
    certificate.subject = distinguished_name::to_text(body.subject());
    certificate.issuer = distinguished_name::to_text(body.issuer());
    certificate.serial = hex(body.raw_serial());
    certificate.not_before = utc_text(body.validity.not_before);
    certificate.not_after = utc_text(body.validity.not_after);
    certificate.public_key = public_key(body.subject_pki.raw);
    (certificate, true)
}

/// Lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().saturating_mul(2));
    for byte in bytes {
        // Writing to a `String` cannot fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}

fn utc_text(time: ASN1Time) -> String {
    let time = time.to_datetime();
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        time.year(),
        u8::from(time.month()),
        time.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

/// 1.2.840.113549.1.1.1, `rsaEncryption` (RFC 3279).
const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
/// 1.2.840.10040.4.1, `id-dsa` (RFC 3279).
const DSA: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x38, 0x04, 0x01];
/// 1.2.840.10045.2.1, `id-ecPublicKey` (RFC 5480).
const EC: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
/// 1.2.840.10045.3.1.7, P-256, and 1.3.132.0.34 and .35, P-384 and P-521 (RFC 5480).
const CURVES: &[(&[u8], u32)] = &[
    (&[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07], 256),
    (&[0x2b, 0x81, 0x04, 0x00, 0x22], 384),
    (&[0x2b, 0x81, 0x04, 0x00, 0x23], 521),
];

fn public_key(info: &[u8]) -> PublicKey {
    let (algorithm, bits) = key_kind(info).unwrap_or_default();
    PublicKey {
        algorithm,
        bits,
        sha256: hex(&sha2::Sha256::digest(info)),
    }
}

/// Algorithm and size of a `SubjectPublicKeyInfo`.
fn key_kind(info: &[u8]) -> Result<(String, u32), ReadError> {
    let mut info = der::expect(&mut Reader::new(info), der::SEQUENCE)?.content;
    let mut algorithm = der::expect(&mut info, der::SEQUENCE)?.content;
    let id = der::expect(&mut algorithm, der::OBJECT_ID)?.content.data();
    let mut key = der::expect(&mut info, der::BIT_STRING)?.content;
    // The number of unused bits, 0 for whole bytes.
    key.u8()?;
    Ok(match id {
        RSA => {
            let bits = der::expect(&mut key, der::SEQUENCE)
                .and_then(|key| der::expect(&mut { key.content }, der::INTEGER));
            (
                "RSA".to_owned(),
                bits.map_or(0, |n| integer_bits(n.content.data())),
            )
        }
        DSA => {
            let bits = der::expect(&mut algorithm, der::SEQUENCE)
                .and_then(|domain| der::expect(&mut { domain.content }, der::INTEGER));
            (
                "DSA".to_owned(),
                bits.map_or(0, |p| integer_bits(p.content.data())),
            )
        }
        EC => {
            let curve = der::expect(&mut algorithm, der::OBJECT_ID)
                .map(|curve| curve.content.data())
                .unwrap_or_default();
            let bits = CURVES
                .iter()
                .find(|(id, _)| *id == curve)
                .map_or(0, |&(_, bits)| bits);
            ("EC".to_owned(), bits)
        }
        other => (distinguished_name::object_id(other), 0),
    })
}

/// Length in bits of a non-negative DER integer.
fn integer_bits(bytes: &[u8]) -> u32 {
    let zeros = bytes.iter().take_while(|&&byte| byte == 0).count();
    let significant = bytes.get(zeros..).unwrap_or_default();
    let leading = significant.first().map_or(0, |byte| byte.leading_zeros());
    u32::try_from(significant.len())
        .unwrap_or(u32::MAX)
        .saturating_mul(8)
        .saturating_sub(leading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integer_sizes() {
        assert_eq!(integer_bits(&[]), 0);
        assert_eq!(integer_bits(&[0]), 0);
        assert_eq!(integer_bits(&[0, 0x80]), 8);
        assert_eq!(integer_bits(&[0x01, 0xff]), 9);
    }

    #[test]
    fn broken_certificates_keep_their_fingerprint() {
        let (certificate, is_decoded) = read(b"abc");
        assert!(!is_decoded);
        assert_eq!(
            certificate.sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(certificate.sha1, "a9993e364706816aba3e25717850c26c9cd0d89d");
        assert_eq!(certificate.md5, "900150983cd24fb0d6963f7d28e17f72");
        assert_eq!(certificate.subject, "");
    }
}
