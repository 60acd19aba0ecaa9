//! Compares the content digests that v2 and later schemes state with the archive's bytes. It
//! verifies no signature over them and computes no fs-verity tree.
//!
//! <https://source.android.com/docs/security/features/apksigning/v2#integrity-protected-contents>

use std::collections::BTreeMap;

use sha2::{Digest, Sha256, Sha512};

use crate::archive::Archive;
use crate::signers::{raw_signers, scheme_of};
use crate::signing::{ContentDigest, DigestOutcome, SignatureScheme};
use crate::signing_block;
use crate::span;

/// Contents are digested in pieces of 1 MiB.
const CHUNK: usize = 1 << 20;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Hash {
    Sha256,
    Sha512,
}

/// The digest a signature algorithm uses; the fs-verity ones (0x0421, 0x0423, 0x0425) are left out.
fn hash_of(algorithm: u32) -> Option<Hash> {
    match algorithm {
        0x0101 | 0x0103 | 0x0201 | 0x0301 => Some(Hash::Sha256),
        0x0102 | 0x0104 | 0x0202 => Some(Hash::Sha512),
        _ => None,
    }
}

/// Compares every stated digest; each digest algorithm is computed once.
pub(crate) fn verify(archive: &Archive<'_>, max_signers: usize) -> Vec<ContentDigest> {
    let mut results = Vec::new();
    let bytes = archive.bytes();
    let (Some(directory), Some(end)) = (archive.directory_offset, archive.end_record_offset) else {
        return results;
    };
    let Some(block) = signing_block::locate(bytes, directory) else {
        return results;
    };
    let mut computed: BTreeMap<Hash, Option<Vec<u8>>> = BTreeMap::new();
    for pair in signing_block::pairs(bytes, block).0 {
        let Some(scheme) = scheme_of(pair.0) else {
            continue;
        };
        if scheme == SignatureScheme::SourceStamp {
            continue;
        }
        for signer in raw_signers(pair, scheme, max_signers).0 {
            for (algorithm, stated) in signer.digests {
                let own = hash_of(algorithm).and_then(|hash| {
                    computed
                        .entry(hash)
                        .or_insert_with(|| digest(bytes, block.start, directory, end, hash))
                        .as_deref()
                });
                let outcome = match own {
                    Some(own) if own == stated => DigestOutcome::Match,
                    Some(_) => DigestOutcome::Mismatch,
                    None => DigestOutcome::Unsupported,
                };
                results.push(ContentDigest {
                    scheme,
                    algorithm,
                    outcome,
                });
            }
        }
    }
    results
}

/// The digest over the three protected sections, with the end record's directory offset pointing
/// at the signing block.
fn digest(
    bytes: &[u8],
    block_start: u64,
    directory: u64,
    end_record: u64,
    hash: Hash,
) -> Option<Vec<u8>> {
    let entries = span::slice(bytes, 0, block_start)?;
    let central = span::slice(bytes, directory, end_record)?;
    let mut end = bytes.get(span::position(end_record)..)?.to_vec();
    let offset_field = end.get_mut(16..20)?;
    offset_field.copy_from_slice(&u32::try_from(block_start).ok()?.to_le_bytes());
    let sections = [entries, central, &end];
    match hash {
        Hash::Sha256 => chunked::<Sha256>(&sections),
        Hash::Sha512 => chunked::<Sha512>(&sections),
    }
}

fn chunked<D: Digest>(sections: &[&[u8]]) -> Option<Vec<u8>> {
    let n_chunks: usize = sections
        .iter()
        .map(|section| section.len().div_ceil(CHUNK))
        .sum();
    let mut top = D::new();
    top.update([0x5a]);
    top.update(u32::try_from(n_chunks).ok()?.to_le_bytes());
    for chunk in sections.iter().flat_map(|section| section.chunks(CHUNK)) {
        let mut hash = D::new();
        hash.update([0xa5]);
        hash.update(u32::try_from(chunk.len()).ok()?.to_le_bytes());
        hash.update(chunk);
        top.update(hash.finalize());
    }
    Some(top.finalize().to_vec())
}
