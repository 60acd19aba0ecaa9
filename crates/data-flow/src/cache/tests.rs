//! What is written down is read back as it was, with the numbers of another app too; damaged bytes are nothing, never
//! a fault.

use std::collections::BTreeMap;

use program_model::{DefId, FieldId, TypeId};

use super::book::{Book, VERSION};
use super::bytes::{Reader, Writer};
use super::portable::{Decoder, Encoder, Ent};
use super::prints::Hasher;
use crate::cells::Cells;
use crate::node::{Addr, Kind, Node, Nodes, Sel};
use crate::summary::{
    Ask, Deferred, Done, Hit, Inner, Maybe, Prov, Summary, What, Which, written_by_step,
};
use crate::value::{Atom, Elem, NodeId, STORED, Set, WIDENED};

fn ty(n: usize) -> TypeId {
    TypeId::from_index(n)
}

fn def(n: usize) -> DefId {
    DefId::from_index(n)
}

fn set(list: &[(Atom, u64, u32)]) -> Set {
    list.iter()
        .map(|(atom, marks, prov)| Elem {
            atom: *atom,
            marks: *marks,
            prov: *prov,
        })
        .collect()
}

/// A summary with a part of every kind; `by` moves all numbers of the app.
fn summary(by: u32) -> Summary {
    let n = by as usize;
    let at = |id: u32| NodeId(id);
    let kinds = [
        Kind::Param(0),
        Kind::Param(3),
        Kind::Statics,
        Kind::Load(at(0), Sel::Field(7 + by)),
        Kind::Load(at(1), Sel::Name(2 + by)),
        Kind::Load(at(2), Sel::Key(5 + by)),
        Kind::Load(at(3), Sel::Sym(at(1))),
        Kind::Load(at(3), Sel::Any),
        Kind::Load(at(3), Sel::Keys),
        Kind::Cell(3 + by),
        Kind::Channel(1 + by, Addr::One),
        Kind::Channel(1 + by, Addr::Const(6 + by)),
        Kind::Channel(1 + by, Addr::Type(ty(4 + n))),
        Kind::Channel(1 + by, Addr::Sym(at(1))),
        Kind::Channel(1 + by, Addr::Intent(at(0))),
        Kind::Channel(1 + by, Addr::Of(at(0))),
        Kind::Channel(1 + by, Addr::Unknown),
        Kind::Made(12, 4096),
        Kind::Inner(20, 9 + by, at(77)),
        Kind::Merged(22, None),
        Kind::Component(ty(5 + n)),
        Kind::Only(ty(6 + n), 8 + by),
    ];
    let nodes: Vec<Node> = (0u8..)
        .zip(kinds)
        .map(|(depth, kind)| Node {
            kind,
            ty: (depth % 3 == 0).then(|| ty(1 + n)),
            single: depth % 2 == 0,
            outside: depth % 4 < 2,
            depth: depth % 5,
            way: (depth == 17).then_some(3 + by),
        })
        .collect();
    let live = (0..nodes.len()).map(|at| at % 3 != 1).collect();
    let nodes = Nodes::read(nodes, true);
    let mut cells = Cells::new();
    cells.insert(
        (at(0), Sel::Field(7 + by)),
        set(&[(Atom::Const(5 + by), 0, 0), (Atom::Const(6 + by), 0, 0)]),
    );
    cells.insert((at(0), Sel::Size), set(&[(Atom::Top, 0, 0)]));
    cells.insert(
        (at(1), Sel::Rest),
        set(&[(Atom::Ref(at(1)), WIDENED, 1), (Atom::Data(at(2)), 5, 2)]),
    );
    cells.insert(
        (at(1), Sel::Whole),
        set(&[
            (Atom::Deep(at(3)), 0, 2),
            (Atom::Source(11 + by), 2 | STORED, 3),
        ]),
    );
    let hit = Hit {
        def: def(3 + n),
        offset: 40,
        row: 2,
        values: set(&[(Atom::Source(11 + by), 0, 1)]),
        ways: set(&[(Atom::Way(at(17)), 0, 0)]),
        needs_way: true,
        host: set(&[(Atom::Const(6 + by), 0, 0)]),
        to_object: false,
        to_intent: true,
        by_host: true,
        needs: set(&[(Atom::Ref(at(4)), 0, 0)]),
        needs_def: Some(def(4 + n)),
        inner: Some(Inner {
            offset: 8,
            key: 9 + by,
            hit: 1,
        }),
    };
    let deferred = |which: Which| Deferred {
        offset: 33,
        receiver: set(&[(Atom::Ref(at(0)), 0, 0)]),
        which,
        args: vec![Set::default(), set(&[(Atom::Top, 0, 0)])],
        later: true,
    };
    Summary {
        written: written_by_step(&nodes, &cells),
        nodes,
        cells,
        ret: set(&[(Atom::Ref(at(17)), 0, 1)]),
        thrown: set(&[(Atom::Ref(at(18)), 0, 0)]),
        hits: vec![
            hit.clone(),
            Hit {
                inner: None,
                needs_def: None,
                ..hit
            },
        ],
        done: vec![Done {
            source: 12 + by,
            marks: 1,
            prov: 2,
            def: def(5 + n),
            offset: 9,
            row: 1,
            way: Some(3 + by),
            host: vec![5 + by, 6 + by],
            open_host: true,
        }],
        deferred: vec![
            deferred(Which::Named("运行𠮷".into(), 2)),
            deferred(Which::Only),
            deferred(Which::Method(def(6 + n))),
            deferred(Which::Overrides(None)),
            deferred(Which::Overrides(Some(ty(7 + n)))),
        ],
        asks: vec![Ask {
            slot: 1,
            path: vec![
                Sel::Field(7 + by),
                Sel::Name(2 + by),
                Sel::Key(5 + by),
                Sel::Any,
            ],
            constant: true,
        }],
        used: vec![9 + by, 10 + by],
        maybe: vec![
            Maybe {
                key: 9 + by,
                needs: Set::default(),
                needs_def: None,
            },
            Maybe {
                key: 10 + by,
                needs: set(&[(Atom::Ref(at(4)), 0, 0)]),
                needs_def: Some(def(4 + n)),
            },
        ],
        provs: vec![
            Prov::None,
            Prov::Read { offset: 4 },
            Prov::Step {
                before: 1,
                offset: 6,
                what: What::Channel,
            },
            Prov::Through {
                before: 2,
                offset: 8,
                key: 9 + by,
                inner: 500,
                what: What::Call,
            },
        ],
        live,
        never_returns: true,
        cut: Some("callbacks of one method"),
    }
}

fn shown(summary: &Summary) -> String {
    let written: BTreeMap<_, _> = summary.written.iter().collect();
    let nodes: Vec<_> = summary.nodes.iter().collect();
    format!(
        "{nodes:?} {} {:?} {written:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {} {:?}",
        summary.nodes.full,
        summary.cells,
        summary.ret,
        summary.thrown,
        summary.hits,
        summary.done,
        summary.deferred,
        summary.asks,
        summary.used,
        summary.provs,
        summary.live,
        summary.never_returns,
        summary.cut
    )
}

fn moved(ent: Ent, by: u32) -> Ent {
    let n = by as usize;
    match ent {
        Ent::Type(id) => Ent::Type(ty(id.index() + n)),
        Ent::Def(id) => Ent::Def(def(id.index() + n)),
        Ent::Field(id) => Ent::Field(FieldId::from_index(id.index() + n)),
        Ent::Constant(id) => Ent::Constant(id + by),
        Ent::Label(id) => Ent::Label(id + by),
        Ent::Key(id) => Ent::Key(id + by),
        Ent::Source(id) => Ent::Source(id + by),
        Ent::Way(id) => Ent::Way(id + by),
        // Bits stay.
        Ent::Transform(id) => Ent::Transform(id),
    }
}

#[test]
fn a_summary_comes_back_as_it_was() {
    let first = summary(0);
    let mut encoder = Encoder::default();
    assert!(encoder.summary(&first));
    let read = Decoder::new(Reader::new(&encoder.out.0), &encoder.ents).summary();
    assert_eq!(shown(&read.unwrap()), shown(&first));
}

#[test]
fn another_app_reads_it_with_its_own_numbers() {
    let mut encoder = Encoder::default();
    assert!(encoder.summary(&summary(0)));
    let mut other = Encoder::default();
    assert!(other.summary(&summary(1_000)));
    // The bytes know no number of an app.
    assert_eq!(encoder.out.0, other.out.0);
    let ents: Vec<Ent> = encoder.ents.iter().map(|ent| moved(*ent, 1_000)).collect();
    assert_eq!(ents, other.ents);
    let read = Decoder::new(Reader::new(&encoder.out.0), &ents).summary();
    assert_eq!(shown(&read.unwrap()), shown(&summary(1_000)));
}

#[test]
fn an_app_with_another_order_of_constants_is_refused() {
    let mut encoder = Encoder::default();
    assert!(encoder.summary(&summary(0)));
    let turned: Vec<Ent> = encoder
        .ents
        .iter()
        .map(|ent| match ent {
            Ent::Constant(id) => Ent::Constant(100 - id),
            other => *other,
        })
        .collect();
    let read = Decoder::new(Reader::new(&encoder.out.0), &turned).summary();
    assert!(read.is_none());
}

#[test]
fn what_has_no_name_is_not_written() {
    let mut typed = summary(0);
    let mut nodes: Vec<Node> = typed.nodes.iter().map(|(_, node)| *node).collect();
    nodes[5].kind = Kind::Typed(NodeId(0), 4);
    typed.nodes = Nodes::read(nodes, false);
    assert!(!Encoder::default().summary(&typed));
    // The last bit of transforms stands for several.
    let mut crowded = summary(0);
    crowded.ret = set(&[(Atom::Top, 1 << 47, 0)]);
    assert!(!Encoder::default().summary(&crowded));
}

#[test]
fn damaged_summaries_are_refused_or_read_and_never_a_fault() {
    let mut encoder = Encoder::default();
    assert!(encoder.summary(&summary(0)));
    let bytes = encoder.out.0.clone();
    for end in 0..bytes.len() {
        let read = Decoder::new(Reader::new(&bytes[..end]), &encoder.ents).summary();
        assert!(read.is_none(), "cut at {end}");
    }
    for at in 0..bytes.len() {
        for bits in [0x01, 0x80, 0xff] {
            let mut damaged = bytes.clone();
            damaged[at] ^= bits;
            let _ = Decoder::new(Reader::new(&damaged), &encoder.ents).summary();
        }
    }
    // Nodes that name themselves or later ones, and ways that go round.
    let mut round = summary(0);
    let mut nodes: Vec<Node> = round.nodes.iter().map(|(_, node)| *node).collect();
    nodes[3].kind = Kind::Load(NodeId(3), Sel::Any);
    round.nodes = Nodes::read(nodes, false);
    let mut encoder = Encoder::default();
    assert!(encoder.summary(&round));
    assert!(
        Decoder::new(Reader::new(&encoder.out.0), &encoder.ents)
            .summary()
            .is_none()
    );
    let mut round = summary(0);
    round.provs[2] = Prov::Step {
        before: 3,
        offset: 6,
        what: What::Call,
    };
    let mut encoder = Encoder::default();
    assert!(encoder.summary(&round));
    assert!(
        Decoder::new(Reader::new(&encoder.out.0), &encoder.ents)
            .summary()
            .is_none()
    );
}

#[test]
fn numbers_take_few_bytes_and_long_ones_are_refused() {
    for number in [
        0,
        1,
        0x7f,
        0x80,
        0x3fff,
        0x4000,
        u64::from(u32::MAX),
        u64::MAX,
    ] {
        let mut out = Writer::default();
        out.number(number);
        assert_eq!(Reader::new(&out.0).number(), Some(number));
    }
    assert_eq!(Reader::new(&[0xff; 9]).number(), None);
    assert_eq!(Reader::new(&[0xff; 10]).number(), None);
    // More things than there are bytes.
    assert_eq!(Reader::new(&[0x7f, 0, 0]).count(), None);
}

fn book() -> Book {
    let mut book = Book::default();
    let a = book.place(b"one");
    let b = book.place("二𠮷".as_bytes());
    assert_eq!(book.place(b"one"), a);
    assert_ne!(a, b);
    assert!(book.add(print(1), vec![1, 2, 3]));
    assert!(book.add(print(1), vec![4]));
    assert!(book.add(print(2), vec![5; 40]));
    book
}

fn print(n: u64) -> super::prints::Print {
    let mut hasher = Hasher::new(b't');
    hasher.number(n);
    hasher.finish()
}

#[test]
fn a_file_comes_back_and_the_newest_entry_first() {
    let stamp = [7; 32];
    let mut read = Book::read(&book().write(&stamp), &stamp).unwrap();
    assert_eq!(read.n_items(), 2);
    assert_eq!(read.item(1), Some("二𠮷".as_bytes()));
    let list: Vec<&[u8]> = read.entries(&print(1)).collect();
    assert_eq!(list, [&[4][..], &[1, 2, 3][..]]);
    assert_eq!(read.entries(&print(3)).count(), 0);
    // What is added finds what is there.
    assert_eq!(read.place(b"one"), 0);
    assert_eq!(read.place(b"three"), 2);
    assert!(!read.changed);
    assert_eq!(read.write(&stamp).len(), book().write(&stamp).len() + 6);
}

#[test]
fn damaged_cut_and_foreign_files_are_none() {
    let stamp = [7; 32];
    let bytes = book().write(&stamp);
    for end in 0..bytes.len() {
        assert!(Book::read(&bytes[..end], &stamp).is_none(), "cut at {end}");
    }
    for at in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x40;
        assert!(Book::read(&damaged, &stamp).is_none(), "changed at {at}");
    }
    // Another engine or ruleset.
    assert!(Book::read(&bytes, &[8; 32]).is_none());
    // Another version of the form.
    let mut newer = bytes.clone();
    newer[8..12].copy_from_slice(&(VERSION + 1).to_le_bytes());
    assert!(Book::read(&newer, &stamp).is_none());
    let mut longer = bytes;
    longer.push(0);
    assert!(Book::read(&longer, &stamp).is_none());
}

#[test]
fn entries_of_one_method_are_bounded() {
    let mut book = Book::default();
    for n in 0..100u8 {
        assert!(book.add(print(1), vec![n]));
    }
    let stamp = [1; 32];
    let read = Book::read(&book.write(&stamp), &stamp).unwrap();
    let list: Vec<&[u8]> = read.entries(&print(1)).collect();
    assert_eq!(list.len(), super::book::MAX_VARIANTS);
    assert_eq!((list[0], list[11]), (&[99][..], &[88][..]));
    assert!(book.add(print(2), vec![1]));
    assert!(!book.add(print(3), vec![0; super::book::MAX_BOOK]));
}

#[test]
fn fingerprints_tell_parts_apart() {
    let mut a = Hasher::new(b'x');
    a.bytes(b"ab").bytes(b"c");
    let mut b = Hasher::new(b'x');
    b.bytes(b"a").bytes(b"bc");
    assert_ne!(a.finish(), b.finish());
}
