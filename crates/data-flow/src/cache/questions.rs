//! Questions as items of a book: a kind, the name it is about, and one number more. Refuses kinds it does not know.

use super::names::{Finder, Teller};
use super::portable::Ent;
use super::watch::Question;

/// Writes and reads the kinds: the number of each stays as long as the version of the form does.
macro_rules! kinds {
    (types: $($t:ident = $tn:literal),*; defs: $($d:ident = $dn:literal),*; methods: $($m:ident = $mn:literal),*;
     fields: $($f:ident = $fn:literal),*; texts: $($s:ident = $sn:literal),*; bytes: $($b:ident = $bn:literal),*;
     alone: $($a:ident = $an:literal),*;) => {
        /// Kind, place of the name and number of a question.
        pub(crate) fn tell(teller: &mut Teller<'_, '_, '_, '_>, question: &Question) -> Option<(u8, u32, u32)> {
            Some(match question {
                $(Question::$t(ty) => ($tn, teller.ent(Ent::Type(*ty))?, 0),)*
                $(Question::$d(def) => ($dn, teller.ent(Ent::Def(*def))?, 0),)*
                $(Question::$m(method) => ($mn, teller.method(*method), 0),)*
                $(Question::$f(field) => ($fn, teller.ent(Ent::Field(*field))?, 0),)*
                $(Question::$s(text) => ($sn, teller.text(text.as_bytes()), 0),)*
                $(Question::$b(text) => ($bn, teller.text(text), 0),)*
                $(Question::$a => ($an, 0, 0),)*
                Question::Answered(def, offset) => (ANSWERED, teller.ent(Ent::Def(*def))?, *offset),
                Question::Lookup(ty, selector) => (LOOKUP, teller.member(*ty, *selector), 0),
                Question::Declares(ty, selector) => (DECLARES, teller.member(*ty, *selector), 0),
            })
        }

        /// The question about what the app has by that name.
        pub(crate) fn find(finder: &Finder<'_, '_, '_, '_>, kind: u8, place: u32, number: u32) -> Option<Question> {
            let text = || std::str::from_utf8(finder.text(place)?).ok();
            Some(match kind {
                $($tn => Question::$t(finder.ty(place)?),)*
                $($dn => Question::$d(finder.def(place)?),)*
                $($mn => Question::$m(finder.method(place)?),)*
                $($fn => Question::$f(finder.field(place)?),)*
                $($sn => Question::$s(text()?.into()),)*
                $($bn => Question::$b(finder.text(place)?.into()),)*
                $($an => Question::$a,)*
                ANSWERED => Question::Answered(finder.def(place)?, number),
                LOOKUP => {
                    let (ty, selector) = finder.member(place)?;
                    Question::Lookup(ty, selector)
                }
                DECLARES => {
                    let (ty, selector) = finder.member(place)?;
                    Question::Declares(ty, selector)
                }
                _ => return None,
            })
        }
    };
}

/// Kinds about two things.
const ANSWERED: u8 = 100;
const LOOKUP: u8 = 101;
const DECLARES: u8 = 102;

kinds! {
    types: Shape = 1, App = 7, Above = 8, Below = 2, Leaf = 3, Made = 4, Component = 5, Ordered = 6;
    defs: Member = 20, Code = 21, Edges = 22, Returned = 23, NoReturn = 24, Wanted = 25, Within = 26, Sources = 27;
    methods: DefOf = 40, Spec = 41;
    fields: Declared = 50, Writes = 51, Written = 52, Static = 53, Held = 54, Zero = 55, Filled = 56, Texts = 57,
        Null = 58, Only = 59, Transient = 60, EnumMember = 61, EnumParts = 62, Few = 63;
    texts: Permission = 70, ComponentName = 71, ComponentNamed = 72, OwnAddress = 73, Provider = 74;
    bytes: NamedType = 80, NamedName = 81;
    alone: AnyExported = 90, Package = 91, MetaData = 92, AnyRule = 93, Proxies = 94, ReadsFields = 95;
}

/// The field that a question is about.
pub(crate) fn field_of(question: &Question) -> Option<program_model::FieldId> {
    match question {
        Question::Declared(field)
        | Question::Writes(field)
        | Question::Written(field)
        | Question::Static(field)
        | Question::Held(field)
        | Question::Zero(field)
        | Question::Filled(field)
        | Question::Texts(field)
        | Question::Null(field)
        | Question::Few(field)
        | Question::Only(field)
        | Question::Transient(field)
        | Question::EnumMember(field)
        | Question::EnumParts(field) => Some(*field),
        _ => None,
    }
}
