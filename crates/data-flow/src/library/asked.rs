//! Calls that the framework hands on to a component of the app: a question for rows is answered by the provider that is
//! known to be at the address. Where the address is not known, channels carry what is asked and answered.

use super::{
    Address, Atom, Constant, Effecting, Elem, Frame, Heap, Kind, Sel, Set, Side, What, Which,
};
use crate::value::NodeId;

/// Parts of an address: its text as a whole, and the text from which its host is read.
const ADDRESS: &str = "address";
const URL: &str = "url";

impl Frame<'_, '_, '_> {
    /// Calls the method of the component to which a row of the call hands it on. False where none is known.
    pub(super) fn calls_component(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
    ) -> bool {
        let spec = call.spec;
        let Some(end) = spec.channels.iter().find(|end| end.side == Side::Call) else {
            return false;
        };
        let (Some(Address::Intent(place)), Some(offset)) = (
            &end.address,
            Some(call.site.offset).filter(|_| self.def.is_some()),
        ) else {
            return false;
        };
        let held = self.read_place(heap, call, place);
        let addresses: Vec<Elem> = held.iter().collect();
        let mut receivers: Vec<(Elem, Set)> = Vec::new();
        for elem in addresses {
            let node = match elem.atom {
                Atom::Ref(node) => node,
                Atom::Top => return false,
                // The text of an address stands beside the address itself, and what went into it is no address.
                _ => continue,
            };
            let Some(provider) = self.component_at(heap, node) else {
                return false;
            };
            receivers.push((elem, provider));
        }
        let which = Which::Named(end.channel.into(), end.values.len());
        let is_answered = receivers.iter().all(|(_, provider)| {
            let ty = self.exact_type(provider);
            ty.is_some_and(|ty| {
                let own = self.ctx.own_methods(ty, end.channel, end.values.len());
                !own.is_empty()
            })
        });
        if receivers.is_empty() || !is_answered {
            return false;
        }
        let values: Vec<Set> = end
            .values
            .iter()
            .map(|value| self.read_place(heap, call, value))
            .collect();
        for (elem, provider) in receivers {
            let mut args = values.clone();
            for (arg, value) in args.iter_mut().zip(&end.values) {
                if value == place {
                    arg.retain(Atom::is_taint);
                    arg.add(elem);
                }
                *arg = self.stepped(arg, offset, What::Channel);
            }
            let got = self.call_back(heap, offset, &provider, &which, &args, false);
            let got_back = self.stepped(&got.ret, offset, What::Channel);
            call.ret.join(&got_back);
            call.thrown.join(&got.thrown);
        }
        true
    }

    /// The one component of the app at an address that is known; callers may know one that is not.
    fn component_at(&mut self, heap: &Heap, address: NodeId) -> Option<Set> {
        let base = Set::one(Atom::Ref(address));
        for part in [ADDRESS, URL] {
            let text = self.load(heap, &base, Sel::Name(self.ctx.name(part)));
            let known = text.constant().or_else(|| self.held_for_good(&text));
            let known = known.and_then(|id| self.ctx.constant_at(id));
            if let Some(Constant::Text(text)) = known {
                return match self.ctx.intents.provider_at(&text)?[..] {
                    [ty] => Some(self.outside(Kind::Component(ty))),
                    _ => None,
                };
            }
            self.ask(&text, true);
        }
        None
    }
}
