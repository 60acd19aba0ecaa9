//! Collects the signers of all schemes of one APK and compares them. It verifies no signature.
//!
//! Formats: <https://source.android.com/docs/security/features/apksigning/v2>, `/v3`; the lineage
//! and source stamp layouts are those of Android's `apksig`
//! (`V3SigningCertificateLineage`, `SourceStampVerifier`).

use std::collections::BTreeSet;

use byte_reader::{ReadError, Reader};

use crate::archive::{Archive, Entry};
use crate::certificate;
use crate::marks::{Problem, ProblemKind, Tampering, TamperingKind};
use crate::names;
use crate::pkcs7;
use crate::signing::{Certificate, SignatureScheme, Signer, Signing, SigningBlockPair};
use crate::signing_block::{self, Pair};
use crate::span;

/// Additional attribute of a v3 signer that holds its proof of rotation.
const PROOF_OF_ROTATION: u32 = 0x3ba0_6f8c;
/// Longest signature file read; they grow with the certificates, not with the APK.
const MAX_SIGNATURE_FILE: u64 = 1 << 20;
/// Longest `.SF` file read; they list every entry.
const MAX_DIGEST_FILE: u64 = 64 << 20;

/// The scheme of a signing block pair.
pub(crate) fn scheme_of(id: u32) -> Option<SignatureScheme> {
    Some(match id {
        0x7109_871a => SignatureScheme::V2,
        0xf053_68c0 => SignatureScheme::V3,
        0x1b93_ad61 => SignatureScheme::V31,
        0x2b09_189e | 0x6dff_800d => SignatureScheme::SourceStamp,
        _ => return None,
    })
}

/// One signer of a v2, v3 or v3.1 value, still as bytes.
#[derive(Debug, Clone, Default)]
pub(crate) struct RawSigner<'b> {
    /// Signature algorithm ID and content digest.
    pub(crate) digests: Vec<(u32, &'b [u8])>,
    pub(crate) certificates: Vec<&'b [u8]>,
    pub(crate) sdk_range: Option<(u32, u32)>,
    pub(crate) lineage: Vec<&'b [u8]>,
}

/// A length-prefixed field.
fn field<'b>(reader: &mut Reader<'b>) -> Result<Reader<'b>, ReadError> {
    let len = reader.u32()?;
    reader.take_reader(usize::try_from(len).unwrap_or(usize::MAX))
}

/// Reads the signers of one value. Those before a fault are kept; the second value is the fault.
pub(crate) fn raw_signers(
    pair: Pair<'_>,
    scheme: SignatureScheme,
    max: usize,
) -> (Vec<RawSigner<'_>>, Option<ReadError>) {
    let mut signers = Vec::new();
    let mut reader = Reader::with_base(pair.2, span::position(pair.1));
    let result = (|| {
        let mut sequence = field(&mut reader)?;
        if scheme == SignatureScheme::SourceStamp {
            let certificate = field(&mut sequence)?.data();
            signers.push(RawSigner {
                certificates: vec![certificate],
                ..RawSigner::default()
            });
            return Ok(());
        }
        while !sequence.is_empty() && signers.len() < max {
            let signer = field(&mut sequence)?;
            signers.push(raw_signer(signer, scheme, max)?);
        }
        Ok(())
    })();
    (signers, result.err())
}

fn raw_signer(
    mut signer: Reader<'_>,
    scheme: SignatureScheme,
    max: usize,
) -> Result<RawSigner<'_>, ReadError> {
    let mut out = RawSigner::default();
    let mut signed = field(&mut signer)?;
    let mut digests = field(&mut signed)?;
    while !digests.is_empty() && out.digests.len() < max {
        let mut digest = field(&mut digests)?;
        out.digests
            .push((digest.u32()?, field(&mut digest)?.data()));
    }
    let mut certificates = field(&mut signed)?;
    while !certificates.is_empty() && out.certificates.len() < max {
        out.certificates.push(field(&mut certificates)?.data());
    }
    if scheme == SignatureScheme::V2 {
        return Ok(out);
    }
    out.sdk_range = Some((signed.u32()?, signed.u32()?));
    let mut attributes = field(&mut signed)?;
    while !attributes.is_empty() {
        let mut attribute = field(&mut attributes)?;
        if attribute.u32()? != PROOF_OF_ROTATION {
            continue;
        }
        // Version, then one node per certificate.
        attribute.u32()?;
        while !attribute.is_empty() && out.lineage.len() < max {
            let mut node = field(&mut attribute)?;
            let mut node_data = field(&mut node)?;
            out.lineage.push(field(&mut node_data)?.data());
        }
    }
    Ok(out)
}

/// Reads everything about an APK's signatures.
pub(crate) fn read(archive: &Archive<'_>, max_signers: usize) -> Signing {
    let mut signing = Signing::default();
    let declared = read_v1(archive, max_signers, &mut signing);
    read_block(archive, max_signers, &mut signing);
    compare(&declared, &mut signing);
    signing
}

fn add_certificate(
    der: &[u8],
    source: &str,
    offset: u64,
    problems: &mut Vec<Problem>,
) -> Certificate {
    let (certificate, is_decoded) = certificate::read(der);
    if !is_decoded {
        problems.push(Problem {
            offset,
            kind: ProblemKind::BrokenCertificate,
            entry: None,
            detail: format!("a certificate of {source} cannot be decoded"),
        });
    }
    certificate
}

/// Reads the v1 signature files; returns the newer schemes that their `.SF` files declare.
fn read_v1(archive: &Archive<'_>, max_signers: usize, signing: &mut Signing) -> BTreeSet<u32> {
    let mut declared = BTreeSet::new();
    let (mut n_digest_files, mut n_signature_files) = (0, 0);
    for entry in archive.entries() {
        let Some(file) = in_meta_inf(entry) else {
            continue;
        };
        let is = |extension| names::has_extension(file, extension);
        if is("SF") && entry.declared_size <= MAX_DIGEST_FILE && n_digest_files < max_signers {
            n_digest_files += 1;
            if let Ok(read) = archive.read(entry) {
                declared.extend(declared_schemes(&read.bytes));
            }
        } else if (is("RSA") || is("DSA") || is("EC")) && n_signature_files < max_signers {
            n_signature_files += 1;
            read_v1_file(archive, entry, max_signers, signing);
        }
    }
    declared
}

fn read_v1_file(archive: &Archive<'_>, entry: &Entry, max_signers: usize, signing: &mut Signing) {
    let mut broken = |detail: String| {
        signing.problems.push(Problem {
            offset: entry.offset,
            kind: ProblemKind::BrokenCertificate,
            entry: Some(entry.name.clone()),
            detail,
        });
    };
    if entry.declared_size > MAX_SIGNATURE_FILE {
        broken("the signature file is larger than 1 MiB".to_owned());
        return;
    }
    let read = match archive.read(entry) {
        Ok(read) => read,
        Err(error) => return broken(error.to_string()),
    };
    match pkcs7::signer_certificates(&read.bytes, max_signers) {
        Ok(certificates) => {
            for der in certificates {
                let certificate =
                    add_certificate(der, &entry.name, entry.offset, &mut signing.problems);
                signing.signers.push(Signer {
                    scheme: SignatureScheme::V1,
                    file: Some(entry.name.clone()),
                    certificate,
                    min_sdk: None,
                    max_sdk: None,
                    lineage: Vec::new(),
                });
            }
        }
        Err(error) => broken(format!("the signature file cannot be decoded: {error}")),
    }
}

/// The name below `META-INF/`, if the entry stands directly there. Android compares the folder's
/// name without case.
fn in_meta_inf(entry: &Entry) -> Option<&[u8]> {
    let (folder, file) = entry.raw_name.split_at_checked(9)?;
    (folder.eq_ignore_ascii_case(b"META-INF/") && !file.contains(&b'/')).then_some(file)
}

/// The scheme numbers of an `X-Android-APK-Signed` line in the main section.
fn declared_schemes(digest_file: &[u8]) -> Vec<u32> {
    let mut schemes = Vec::new();
    for line in digest_file.split(|&byte| byte == b'\n') {
        let line = line.trim_ascii();
        if line.is_empty() {
            break;
        }
        let Some((key, value)) = line.split_at_checked(20) else {
            continue;
        };
        if key.eq_ignore_ascii_case(b"X-Android-APK-Signed")
            && let Ok(text) = std::str::from_utf8(value)
        {
            let numbers = text.trim_start_matches(':').split(',');
            schemes.extend(numbers.filter_map(|number| number.trim().parse::<u32>().ok()));
        }
    }
    schemes
}

fn read_block(archive: &Archive<'_>, max_signers: usize, signing: &mut Signing) {
    let bytes = archive.bytes();
    let Some(block) = archive
        .directory_offset
        .and_then(|start| signing_block::locate(bytes, start))
    else {
        return;
    };
    let mut broken = |offset: u64, detail: String| {
        signing.tampering.push(Tampering {
            offset,
            kind: TamperingKind::BrokenSigningBlock,
            entry: None,
            detail,
        });
    };
    if !block.is_consistent {
        broken(
            block.start,
            "the two size fields of the signing block differ".to_owned(),
        );
    }
    let (pairs, fault) = signing_block::pairs(bytes, block);
    if let Some(offset) = fault {
        broken(offset, "a pair of the signing block is broken".to_owned());
    }
    for pair in &pairs {
        let (id, offset, value) = *pair;
        signing.blocks.push(SigningBlockPair {
            id,
            label: signing_block::label(id),
            offset,
            len: span::offset(value.len()),
        });
        let Some(scheme) = scheme_of(id) else {
            continue;
        };
        // The installer takes the first pair of a scheme (`ApkSigningBlockUtils.findApkSignatureSchemeBlock`).
        let is_again = pairs
            .iter()
            .take_while(|before| before.1 != offset)
            .any(|before| before.0 == id);
        if is_again {
            signing.tampering.push(Tampering {
                offset,
                kind: TamperingKind::DuplicateSigningBlock,
                entry: None,
                detail: format!(
                    "the {} signature stands here once more and was left out",
                    scheme.id()
                ),
            });
            continue;
        }
        let (signers, fault) = raw_signers(*pair, scheme, max_signers);
        if let Some(fault) = fault {
            signing.tampering.push(Tampering {
                offset: span::offset(fault.offset()),
                kind: TamperingKind::BrokenSigningBlock,
                entry: None,
                detail: format!("the {} value cannot be decoded: {fault}", scheme.id()),
            });
        }
        for signer in signers {
            // The first certificate signs; further ones are its chain.
            let Some(der) = signer.certificates.first() else {
                continue;
            };
            let problems = &mut signing.problems;
            let certificate = add_certificate(der, scheme.id(), offset, problems);
            let lineage = signer
                .lineage
                .iter()
                .map(|der| add_certificate(der, scheme.id(), offset, problems))
                .collect();
            signing.signers.push(Signer {
                scheme,
                file: None,
                certificate,
                min_sdk: signer.sdk_range.map(|range| range.0),
                max_sdk: signer.sdk_range.map(|range| range.1),
                lineage,
            });
        }
    }
}

/// Marks schemes that disagree on who signed, and schemes that were taken out.
fn compare(declared: &BTreeSet<u32>, signing: &mut Signing) {
    let certificates = |scheme: SignatureScheme| -> BTreeSet<&str> {
        signing
            .signers
            .iter()
            .filter(|signer| signer.scheme == scheme)
            .map(|signer| signer.certificate.sha256.as_str())
            .collect()
    };
    let lineage: BTreeSet<&str> = signing
        .signers
        .iter()
        .flat_map(|signer| &signer.lineage)
        .map(|certificate| certificate.sha256.as_str())
        .collect();
    let (v1, v2) = (
        certificates(SignatureScheme::V1),
        certificates(SignatureScheme::V2),
    );
    let v3 = certificates(SignatureScheme::V3);
    let mut found = Vec::new();
    let mut mark = |kind, detail: String| {
        found.push(Tampering {
            offset: 0,
            kind,
            entry: None,
            detail,
        });
    };
    let differ = |a: &BTreeSet<&str>, b: &BTreeSet<&str>| !a.is_empty() && !b.is_empty() && a != b;
    if differ(&v1, &v2) {
        mark(
            TamperingKind::SignerMismatch,
            "v1 and v2 name different certificates".to_owned(),
        );
    }
    // A rotated key signs v3 while an older key of its lineage signs v1 and v2.
    for (name, older) in [("v1", &v1), ("v2", &v2)] {
        if differ(older, &v3) && !older.is_subset(&lineage) {
            mark(
                TamperingKind::SignerMismatch,
                format!("{name} and v3 name different certificates"),
            );
        }
    }
    for (number, name, id) in [(2, "v2", 0x7109_871a_u32), (3, "v3", 0xf053_68c0)] {
        let is_present = signing.blocks.iter().any(|pair| pair.id == id);
        if declared.contains(&number) && !is_present {
            mark(
                TamperingKind::SchemeStripped,
                format!("the v1 signature declares scheme {name}, which is absent"),
            );
        }
    }
    signing.tampering.append(&mut found);
}

#[cfg(test)]
mod tests {
    use super::declared_schemes;

    #[test]
    fn declared_schemes_stand_in_the_main_section() {
        let text = b"Signature-Version: 1.0\r\nX-Android-APK-Signed: 2, 3\r\n\r\nName: a\r\n";
        assert_eq!(declared_schemes(text), [2, 3]);
        let late = b"Signature-Version: 1.0\r\n\r\nX-Android-APK-Signed: 2\r\n";
        assert_eq!(declared_schemes(late), []);
        assert_eq!(declared_schemes(b"X-Android-APK-Signed"), []);
    }
}
