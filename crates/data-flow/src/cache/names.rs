//! Names of things as items of a book, and back to the numbers of the app at hand. Refuses to give a number to what
//! the app does not have, but for the values that an event says are given one.

use std::cell::RefCell;
use std::rc::Rc;

use program_model::{FieldId, MethodId, Program, SelectorId, TypeId};

use super::book::Book;
use super::bytes::{Reader, Writer};
use super::portable::Ent;
use crate::context::{Constant, Ctx, Key};
use crate::node::Sel;
use crate::source::SourceSite;
use crate::summary::Ask;

/// Kinds of items.
pub(crate) const TEXT: u8 = 0;
const TYPE: u8 = 1;
const METHOD: u8 = 2;
const FIELD: u8 = 3;
const INT: u8 = 4;
const STRING: u8 = 5;
const CLASS: u8 = 6;
const MEMBER: u8 = 7;
const STATIC: u8 = 8;
const BEGINS: u8 = 15;
const LABEL: u8 = 9;
const TRANSFORM: u8 = 10;
const KEY: u8 = 11;
const SOURCE: u8 = 12;
const WAY: u8 = 13;
pub(crate) const FACT: u8 = 14;

/// Names told to a book.
pub(crate) struct Teller<'t, 'c, 'x, 'a> {
    pub(crate) ctx: &'c Ctx<'x, 'a>,
    pub(crate) program: &'x Program<'a>,
    pub(crate) book: &'t mut Book,
}

impl Teller<'_, '_, '_, '_> {
    fn item(&mut self, writer: &Writer) -> u32 {
        self.book.place(&writer.0)
    }

    pub(crate) fn text(&mut self, bytes: &[u8]) -> u32 {
        let mut out = Writer::default();
        out.byte(TEXT);
        out.raw(bytes);
        self.item(&out)
    }

    pub(crate) fn ty(&mut self, ty: TypeId) -> u32 {
        let mut out = Writer::default();
        out.byte(TYPE);
        out.raw(self.program.descriptor(ty));
        self.item(&out)
    }

    pub(crate) fn method(&mut self, method: MethodId) -> u32 {
        let row = self.program.method(method);
        self.member(row.class, row.selector)
    }

    /// Place of a method by type, name and prototype, whether or not the program names it so.
    pub(crate) fn member(&mut self, class: TypeId, selector: SelectorId) -> u32 {
        let program = self.program;
        let (name, proto) = program.selector(selector);
        let class = self.ty(class);
        let mut out = Writer::default();
        out.byte(METHOD);
        out.small(class);
        out.text(program.name(name));
        let proto = self.text(program.proto(proto));
        out.small(proto);
        self.item(&out)
    }

    pub(crate) fn field(&mut self, field: FieldId) -> u32 {
        let program = self.program;
        let row = program.field(field);
        let (class, ty) = (self.ty(row.class), self.ty(row.ty));
        let mut out = Writer::default();
        out.byte(FIELD);
        out.small(class);
        out.text(program.name(row.name));
        out.small(ty);
        self.item(&out)
    }

    fn constant(&mut self, id: u32) -> Option<u32> {
        let mut out = Writer::default();
        match self.ctx.constant_at(id)? {
            Constant::Int(value) => {
                out.byte(INT);
                out.raw(&value.to_le_bytes());
            }
            Constant::Text(text) => {
                out.byte(STRING);
                out.raw(text.as_bytes());
            }
            Constant::Type(ty) => {
                let ty = self.ty(ty);
                out.byte(CLASS);
                out.small(ty);
            }
            Constant::Member(ty, name) => {
                let ty = self.ty(ty);
                out.byte(MEMBER);
                out.small(ty);
                out.raw(name.as_bytes());
            }
            Constant::Static(field) => {
                let field = self.field(field);
                out.byte(STATIC);
                out.small(field);
            }
            Constant::Begins(text) => {
                out.byte(BEGINS);
                out.raw(text.as_bytes());
            }
        }
        Some(self.item(&out))
    }

    fn ask(&mut self, out: &mut Writer, ask: &Ask) -> Option<()> {
        out.small(u32::from(ask.slot));
        out.flag(ask.constant);
        out.count(ask.path.len());
        for sel in &ask.path {
            match *sel {
                Sel::Field(number) => {
                    let field = self.field(FieldId::from_index(number as usize));
                    out.byte(0);
                    out.small(field);
                }
                Sel::Name(label) => {
                    let label = self.ent(Ent::Label(label))?;
                    out.byte(1);
                    out.small(label);
                }
                Sel::Key(id) => {
                    let id = self.constant(id)?;
                    out.byte(2);
                    out.small(id);
                }
                Sel::Sym(node) => {
                    out.byte(3);
                    out.small(node.0);
                }
                Sel::Any => out.byte(4),
                Sel::Keys => out.byte(5),
                Sel::Size => out.byte(6),
                Sel::Rest => out.byte(7),
                Sel::Whole => out.byte(8),
            }
        }
        Some(())
    }

    /// Place of the key of a summary.
    pub(crate) fn key(&mut self, key: &Key) -> Option<u32> {
        let method = self.method(self.program.def(key.def).method);
        let mut out = Writer::default();
        out.byte(KEY);
        out.small(method);
        out.flag(key.delivered);
        out.count(key.types.len());
        for (ask, ty) in &key.types {
            self.ask(&mut out, ask)?;
            let ty = self.ty(*ty);
            out.small(ty);
        }
        out.count(key.consts.len());
        for (ask, id) in &key.consts {
            self.ask(&mut out, ask)?;
            let id = self.constant(*id)?;
            out.small(id);
        }
        Some(self.item(&out))
    }

    /// Place of a name.
    pub(crate) fn ent(&mut self, ent: Ent) -> Option<u32> {
        let mut out = Writer::default();
        match ent {
            Ent::Type(ty) => return Some(self.ty(ty)),
            Ent::Def(def) => return Some(self.method(self.program.def(def).method)),
            Ent::Field(field) => return Some(self.field(field)),
            Ent::Constant(id) => return self.constant(id),
            Ent::Label(id) => {
                out.byte(LABEL);
                out.raw(self.ctx.name_at(id)?.as_bytes());
            }
            Ent::Transform(id) => {
                out.byte(TRANSFORM);
                out.raw(self.ctx.transform_at(id)?.as_bytes());
            }
            Ent::Key(id) => {
                let key = self.ctx.key_at(id)?;
                return self.key(&key);
            }
            Ent::Source(id) => {
                let site = self.ctx.sources.get(id)?;
                let method = self.method(self.program.def(site.def).method);
                out.byte(SOURCE);
                out.small(method);
                out.small(site.offset);
                out.text(site.api.as_bytes());
                for data in &site.data {
                    out.text(data.as_bytes());
                }
            }
            Ent::Way(id) => {
                let (def, offset, row) = self.ctx.way_at(id)?;
                let method = self.method(self.program.def(def).method);
                out.byte(WAY);
                out.small(method);
                out.small(offset);
                out.small(row);
            }
        }
        Some(self.item(&out))
    }
}

/// Nesting of names: an entry names keys, these constants, these fields, these types, these texts.
const MAX_NEST: u32 = 8;

/// What a name that needs no number stands for.
#[derive(Debug, Clone, Copy)]
enum Pure {
    Type(TypeId),
    Member(TypeId, SelectorId, Option<MethodId>),
    Field(FieldId),
}

/// By item of a book: what its name stands for in the app, once that was looked up.
#[derive(Debug, Default)]
pub(crate) struct Found(RefCell<Vec<Slot>>);

/// One place of it.
#[derive(Debug, Default, Clone, Copy)]
enum Slot {
    #[default]
    New,
    Known(Option<Pure>),
}

/// Names found in the app.
pub(crate) struct Finder<'t, 'c, 'x, 'a> {
    pub(crate) ctx: &'c Ctx<'x, 'a>,
    pub(crate) program: &'x Program<'a>,
    pub(crate) book: &'t Book,
    pub(crate) found: &'t Found,
}

impl Finder<'_, '_, '_, '_> {
    pub(crate) fn text(&self, place: u32) -> Option<&[u8]> {
        self.book.item(place)?.strip_prefix(&[TEXT])
    }

    fn pure(&self, place: u32) -> Option<Pure> {
        let at = place as usize;
        if let Some(Slot::Known(known)) = self.found.0.borrow().get(at) {
            return *known;
        }
        let pure = self.look_up(place);
        let mut found = self.found.0.borrow_mut();
        if found.len() < self.book.n_items() {
            found.resize(self.book.n_items(), Slot::New);
        }
        if let Some(slot) = found.get_mut(at) {
            *slot = Slot::Known(pure);
        }
        pure
    }

    /// Types name nothing else, so that this nests once.
    fn look_up(&self, place: u32) -> Option<Pure> {
        let program = self.program;
        let (kind, rest) = self.book.item(place)?.split_first()?;
        let mut reader = Reader::new(rest);
        Some(match *kind {
            TYPE => Pure::Type(program.find_type(rest)?),
            METHOD => {
                let class = self.ty(reader.small()?)?;
                let name = reader.text()?;
                let proto = self.text(reader.small()?)?;
                let selector = program.find_selector(name, proto)?;
                Pure::Member(class, selector, program.find_method(class, selector))
            }
            FIELD => {
                let class = self.ty(reader.small()?)?;
                let name = program.find_name(reader.text()?)?;
                let ty = self.ty(reader.small()?)?;
                Pure::Field(program.find_field(class, name, ty)?)
            }
            _ => return None,
        })
    }

    pub(crate) fn ty(&self, place: u32) -> Option<TypeId> {
        // Looking at the kind first keeps a book that names itself from going round.
        if self.book.item(place)?.first() != Some(&TYPE) {
            return None;
        }
        match self.pure(place)? {
            Pure::Type(ty) => Some(ty),
            _ => None,
        }
    }

    pub(crate) fn method(&self, place: u32) -> Option<MethodId> {
        match self.pure(place)? {
            Pure::Member(_, _, method) => method,
            _ => None,
        }
    }

    pub(crate) fn member(&self, place: u32) -> Option<(TypeId, SelectorId)> {
        match self.pure(place)? {
            Pure::Member(class, selector, _) => Some((class, selector)),
            _ => None,
        }
    }

    pub(crate) fn def(&self, place: u32) -> Option<program_model::DefId> {
        self.program.def_of(self.method(place)?)
    }

    pub(crate) fn field(&self, place: u32) -> Option<FieldId> {
        match self.pure(place)? {
            Pure::Field(field) => Some(field),
            _ => None,
        }
    }

    fn constant(&self, place: u32) -> Option<Constant> {
        let (kind, rest) = self.book.item(place)?.split_first()?;
        let mut reader = Reader::new(rest);
        let text = |bytes| std::str::from_utf8(bytes).ok().map(Rc::<str>::from);
        Some(match *kind {
            INT => Constant::Int(i64::from_le_bytes(*rest.first_chunk::<8>()?)),
            STRING => Constant::Text(text(rest)?),
            CLASS => Constant::Type(self.ty(reader.small()?)?),
            MEMBER => Constant::Member(self.ty(reader.small()?)?, text(reader.rest())?),
            STATIC => Constant::Static(self.field(reader.small()?)?),
            BEGINS => Constant::Begins(text(rest)?),
            _ => return None,
        })
    }

    fn ask(&self, reader: &mut Reader<'_>, nest: u32) -> Option<Ask> {
        let slot = reader.short()?;
        let constant = reader.flag()?;
        let n = reader.count()?;
        let mut path = Vec::with_capacity(n);
        for _ in 0..n {
            path.push(match reader.byte()? {
                0 => Sel::Field(u32::try_from(self.field(reader.small()?)?.index()).ok()?),
                1 => match self.ent(reader.small()?, false, nest)? {
                    Ent::Label(id) => Sel::Name(id),
                    _ => return None,
                },
                2 => match self.ent(reader.small()?, false, nest)? {
                    Ent::Constant(id) => Sel::Key(id),
                    _ => return None,
                },
                3 => Sel::Sym(crate::value::NodeId(reader.small()?)),
                4 => Sel::Any,
                5 => Sel::Keys,
                6 => Sel::Size,
                7 => Sel::Rest,
                8 => Sel::Whole,
                _ => return None,
            });
        }
        Some(Ask {
            slot,
            path,
            constant,
        })
    }

    /// What an item that has no number yet will be, by kind; `None` for names that are there or not.
    pub(crate) fn numbered(&self, place: u32) -> Option<Ent> {
        match *self.book.item(place)?.first()? {
            INT | STRING | CLASS | MEMBER | STATIC => Some(Ent::Constant(0)),
            LABEL => Some(Ent::Label(0)),
            SOURCE => Some(Ent::Source(0)),
            WAY => Some(Ent::Way(0)),
            _ => None,
        }
    }

    /// The key of a summary; what it names must have its number.
    pub(crate) fn key(&self, place: u32) -> Option<Key> {
        self.key_in(place, 0)
    }

    fn key_in(&self, place: u32, nest: u32) -> Option<Key> {
        let mut reader = Reader::new(self.book.item(place)?.strip_prefix(&[KEY])?);
        let def = self.def(reader.small()?)?;
        let delivered = reader.flag()?;
        let n = reader.count()?;
        let mut types = Vec::with_capacity(n);
        for _ in 0..n {
            let ask = self.ask(&mut reader, nest + 1)?;
            types.push((ask, self.ty(reader.small()?)?));
        }
        let n = reader.count()?;
        let mut consts = Vec::with_capacity(n);
        for _ in 0..n {
            let ask = self.ask(&mut reader, nest + 1)?;
            match self.ent(reader.small()?, false, nest + 1)? {
                Ent::Constant(id) => consts.push((ask, id)),
                _ => return None,
            }
        }
        Some(Key {
            def,
            types,
            consts,
            delivered,
        })
    }

    /// What a name is in the app. With `gives` a value that has no number yet gets one.
    pub(crate) fn ent(&self, place: u32, gives: bool, nest: u32) -> Option<Ent> {
        if nest > MAX_NEST {
            return None;
        }
        let ctx = self.ctx;
        let (kind, rest) = self.book.item(place)?.split_first()?;
        let text = || std::str::from_utf8(rest).ok();
        Some(match *kind {
            TYPE => Ent::Type(self.ty(place)?),
            METHOD => Ent::Def(self.def(place)?),
            FIELD => Ent::Field(self.field(place)?),
            INT | STRING | CLASS | MEMBER | STATIC => {
                let value = self.constant(place)?;
                Ent::Constant(if gives {
                    ctx.constant(&value)
                } else {
                    ctx.find_constant(&value)?
                })
            }
            LABEL => Ent::Label(if gives {
                ctx.name(text()?)
            } else {
                ctx.find_label(text()?)?
            }),
            TRANSFORM => {
                if gives {
                    ctx.transform(text()?);
                }
                Ent::Transform(ctx.find_transform(text()?)?)
            }
            KEY => {
                let key = self.key_in(place, nest)?;
                Ent::Key(if gives {
                    ctx.key_id(&key)
                } else {
                    ctx.find_key(&key)?
                })
            }
            SOURCE => {
                let mut reader = Reader::new(rest);
                let def = self.def(reader.small()?)?;
                let offset = reader.small()?;
                let api = std::str::from_utf8(reader.text()?).ok()?.into();
                let mut data = Vec::new();
                while !reader.is_empty() {
                    data.push(std::str::from_utf8(reader.text()?).ok()?.into());
                }
                let site = SourceSite {
                    def,
                    offset,
                    api,
                    data,
                };
                Ent::Source(if gives {
                    ctx.sources.id(&site)
                } else {
                    ctx.sources.find(&site)?
                })
            }
            WAY => {
                let mut reader = Reader::new(rest);
                let way = (self.def(reader.small()?)?, reader.small()?, reader.small()?);
                Ent::Way(if gives {
                    ctx.way(way)
                } else {
                    ctx.find_way(&way)?
                })
            }
            _ => return None,
        })
    }
}
