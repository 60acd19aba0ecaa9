//! From bytes to one or more logical files; rows are not read here.

use crate::error::clamp;
use crate::header::Header;
use crate::limits::MAX_CONTAINER_FILES;
use crate::{Anomaly, AnomalyKind, DexError, DexFile, WorkBudget};

/// The logical files of one `classes*.dex`: one before version 41, one or more from then on.
#[derive(Debug, Clone)]
pub struct DexContainer<'a> {
    files: Vec<DexFile<'a>>,
    anomalies: Vec<Anomaly>,
    len: usize,
}

impl<'a> DexContainer<'a> {
    /// The files in the order of their headers; never empty.
    pub fn files(&self) -> &[DexFile<'a>] {
        &self.files
    }

    /// Oddities of the container as a whole; those of a file are in [`DexFile::anomalies`].
    pub fn anomalies(&self) -> &[Anomaly] {
        &self.anomalies
    }

    /// A budget for one walk over all files together, since they may share every row.
    pub fn work_budget(&self) -> WorkBudget {
        WorkBudget::for_len(self.len)
    }
}

/// Reads the headers of `bytes` and locates the tables.
///
/// The cost is one pass over the bytes for the checksum; nothing is allocated but a list of files.
/// Damaged headers are repaired where the rest of the data allows it, with an [`Anomaly`] each.
///
/// # Errors
///
/// [`DexError::NotDex`] or [`DexError::Truncated`] when not even the first header can be read, and
/// [`DexError::LimitExceeded`] for inputs above 4 GiB, which the format cannot address.
pub fn parse(bytes: &[u8]) -> Result<DexContainer<'_>, DexError> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(DexError::limit(crate::Item::File, 0));
    }
    let header = Header::read(bytes, 0)?;
    let mut files = vec![DexFile::from_header(bytes, 0, &header)];
    let mut anomalies = Vec::new();
    if header.is_container() {
        read_rest(bytes, header, &mut files, &mut anomalies);
    }
    Ok(DexContainer {
        files,
        anomalies,
        len: bytes.len(),
    })
}

/// Follows the chain of headers: each file size is the distance to the next header.
fn read_rest<'a>(
    bytes: &'a [u8],
    first: Header,
    files: &mut Vec<DexFile<'a>>,
    anomalies: &mut Vec<Anomaly>,
) {
    let mut header = first;
    let mut offset = 0_usize;
    loop {
        // A size below the header's would make the chain stand still.
        let step = header.file_size.max(header.expected_size()) as usize;
        offset = match offset.checked_add(step) {
            Some(next) if next < bytes.len() => next,
            _ => return,
        };
        let next = Header::read(bytes, offset).ok();
        match next {
            Some(next) if files.len() < MAX_CONTAINER_FILES && next.is_container() => {
                files.push(DexFile::from_header(bytes, offset, &next));
                header = next;
            }
            _ => {
                anomalies.push(Anomaly {
                    kind: AnomalyKind::ContainerCut,
                    offset: clamp(offset),
                });
                return;
            }
        }
    }
}
