//! Facts of the texts that code names, read once for each text of a DEX file; refuses texts that no code names.

use program_model::{DexId, EventKind, Program};
use rayon::prelude::*;

use crate::atom::{self, Atom};
use crate::platform::Platform;

/// Facts of one text.
#[derive(Debug, Clone, Copy, Default)]
struct Row {
    is_named: bool,
    is_number: bool,
    atom: Option<Atom>,
    /// Place and number of its words.
    words: (u32, u32),
}

/// Texts of one DEX file.
#[derive(Debug, Default)]
struct OfDex {
    rows: Vec<Row>,
    words: Vec<u32>,
}

/// Texts of all DEX files, by file and index.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    files: Vec<OfDex>,
}

impl Texts {
    /// Texts that the code of the classes marked in `open` names.
    pub(crate) fn new(program: &Program<'_>, open: &[bool]) -> Self {
        let mut files: Vec<OfDex> = program
            .dex_files()
            .map(|(_, input)| OfDex {
                rows: vec![Row::default(); input.file.n_strings() as usize],
                words: Vec::new(),
            })
            .collect();
        let classes = program.classes().zip(open).filter(|(_, open)| **open);
        for ((_, class), _) in classes {
            let Some(rows) = files.get_mut(class.dex.index()).map(|file| &mut file.rows) else {
                continue;
            };
            for event in class.methods().flat_map(|def| program.events(def)) {
                if matches!(event.kind, EventKind::ConstString)
                    && let Some(row) = rows.get_mut(event.index as usize)
                {
                    row.is_named = true;
                }
            }
        }
        files.par_iter_mut().enumerate().for_each(|(n, file)| {
            let dex = DexId::from_index(n);
            for (index, row) in (0u32..).zip(&mut file.rows) {
                if !row.is_named {
                    continue;
                }
                let text = program.string_at(dex, index);
                let own = text.filter(|text| !Platform::get().is_of_compilers(text));
                let Some(text) = own else {
                    row.is_named = false;
                    continue;
                };
                let first = file.words.len();
                atom::words(text, &mut |word| file.words.push(word));
                let n_words = file.words.len() - first;
                row.atom = atom::text(text);
                row.is_number = row.atom.is_some() && atom::is_number(text);
                row.words = (
                    u32::try_from(first).unwrap_or(u32::MAX),
                    u32::try_from(n_words).unwrap_or(0),
                );
            }
        });
        Self { files }
    }

    /// The atom of a text, whether it is a version number, and its words.
    pub(crate) fn get(&self, dex: DexId, index: u32) -> Option<(Option<Atom>, bool, &[u32])> {
        let file = self.files.get(dex.index())?;
        let row = file.rows.get(index as usize).filter(|row| row.is_named)?;
        let start = row.words.0 as usize;
        let words = file
            .words
            .get(start..start.saturating_add(row.words.1 as usize))
            .unwrap_or_default();
        Some((row.atom, row.is_number, words))
    }
}
