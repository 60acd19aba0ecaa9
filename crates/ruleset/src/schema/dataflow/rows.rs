//! Typed rows of sinks, openers, sources and channels. Refuses words that are not in the lists here.

use super::place::{Place, parse_place, parse_places, quoted, split};

/// What becomes of a value at a sink.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SinkKind {
    /// Sent over a network.
    Network,
    /// Written to a log.
    Log,
    /// Written to a file.
    File,
    /// Sent as a short message.
    Sms,
    /// Handed to another app or process.
    Ipc,
    /// Handed to a web page.
    WebView,
    /// Handed to an SDK.
    Sdk,
    /// Put on the clipboard.
    Clipboard,
    /// Put into a store of the app.
    Storage,
    /// Shown to the user outside the app's own window.
    Screen,
    /// Given to another program as argument or input.
    Process,
    /// Another way.
    Other,
    /// Whatever the receiver was opened on.
    Channel,
}

impl SinkKind {
    /// All kinds with their words.
    pub const ALL: [(Self, &'static str); 13] = [
        (Self::Network, "network"),
        (Self::Log, "log"),
        (Self::File, "file"),
        (Self::Sms, "sms"),
        (Self::Ipc, "ipc"),
        (Self::WebView, "webview"),
        (Self::Sdk, "sdk"),
        (Self::Clipboard, "clipboard"),
        (Self::Storage, "storage"),
        (Self::Screen, "screen"),
        (Self::Process, "process"),
        (Self::Other, "other"),
        (Self::Channel, "channel"),
    ];

    /// The word of the tables and of reports.
    pub fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(kind, _)| *kind == self)
            .map_or("", |(_, word)| word)
    }

    fn parse(text: &str) -> Result<Self, &'static str> {
        Self::ALL
            .iter()
            .find(|(_, word)| *word == text)
            .map(|(kind, _)| *kind)
            .ok_or("unknown kind of sink")
    }
}

/// A text that is known here or held by a place at run time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeldIn<'a> {
    /// Known here.
    Text(&'a str),
    /// The constant that this place holds.
    Place(Place<'a>),
    /// The name of the table that the database statement there is about.
    Table(Place<'a>),
}

/// A call by which values leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sink<'a> {
    /// What becomes of the values.
    pub kind: SinkKind,
    /// The places that leave.
    pub values: Vec<Place<'a>>,
    /// Where the URL, host name or address is.
    pub host: Option<HeldIn<'a>>,
    /// Where the name of the store, file, key, event, tag or number is.
    pub name: Option<HeldIn<'a>>,
    /// Technology.
    pub via: Option<&'a str>,
    /// Id of the SDK that receives the values.
    pub to: Option<&'a str>,
}

/// A call that opens a way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opener<'a> {
    /// What becomes of values written to it.
    pub kind: SinkKind,
    /// The places that become a way out.
    pub values: Vec<Place<'a>>,
    /// Where the URL, host name or address is.
    pub host: Option<HeldIn<'a>>,
    /// Where the name is.
    pub name: Option<HeldIn<'a>>,
    /// Technology.
    pub via: Option<&'a str>,
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowSource<'a> {
    /// By a call of the method, or to a method of the app.
    pub side: SourceSide,
    /// Places that hold the value; empty when the call itself yields nothing.
    pub values: Vec<Place<'a>>,
    /// Which information.
    pub data: SourceData<'a>,
    /// When it holds.
    pub when: Option<SourceWhen<'a>>,
}

/// How a source is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceSide {
    /// A call of the method yields the value.
    Call,
    /// A method of the app that overrides this one receives it.
    Callback,
}

/// Which information a source yields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceData<'a> {
    /// What the access points say about the call.
    Points,
    /// What the table of text fields says about the receiver.
    Input,
    /// The object is a view, of which the table of text fields may say something.
    View,
    /// These kinds of the taxonomy.
    Kinds(Vec<&'a str>),
}

/// A condition on a constant argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceWhen<'a> {
    /// Declared parameter.
    pub arg: u32,
    /// The part of it that holds the constant, instead of the parameter itself.
    pub part: Option<&'a str>,
    /// The constant begins with one of the texts, instead of being one.
    pub prefix: bool,
    /// It holds when the constant is none of the texts, or not known.
    pub not: bool,
    /// The texts; `@package` stands for the name of the app's own package.
    pub texts: Vec<&'a str>,
}

/// One end of a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelEnd<'a> {
    /// Name of the channel; ends of one name belong together.
    pub channel: &'a str,
    /// Which end.
    pub side: Side,
    /// The places that go in or come out.
    pub values: Vec<Place<'a>>,
    /// Where the key is; `None` when the channel has one cell.
    pub key: Option<HeldIn<'a>>,
    /// Which store or which receiver.
    pub address: Option<Address<'a>>,
}

/// Ends of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The value goes in.
    Put,
    /// The value comes out of the call.
    Get,
    /// The method of the app is called with the value.
    Deliver,
    /// What is under the key is taken out, without a key all; where a place is given only if it holds 0 or nothing.
    Drop,
    /// What the intent at the address reaches puts in there is asked for under the key.
    Ask,
    /// Where one component of the app is known to be at the address, its method with the name of the channel is called
    /// with the values, and the other rows of the call are left out.
    Call,
}

/// Which store or receiver is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address<'a> {
    /// A constant text or number.
    Held(HeldIn<'a>),
    /// The type of the object at the place.
    Type(Place<'a>),
    /// The place holds an intent that is resolved.
    Intent(Place<'a>),
    /// The same for what goes to one receiver behind the other, until one ends it.
    Ordered(Place<'a>),
}

impl<'a> Address<'a> {
    /// The place of the intent.
    pub fn intent(&self) -> Option<&Place<'a>> {
        match self {
            Self::Intent(place) | Self::Ordered(place) => Some(place),
            Self::Held(_) | Self::Type(_) => None,
        }
    }
}

impl<'a> Sink<'a> {
    /// Reads the cells behind the method: kind, value, host, name, via, to.
    pub fn parse(cells: &'a str) -> Result<Self, &'static str> {
        let [kind, values, host, name, via, to] = columns(cells)?;
        let to = some(to);
        let kind = SinkKind::parse(kind)?;
        if to.is_some() && kind != SinkKind::Sdk {
            return Err("only a sink of kind sdk names its recipient");
        }
        Ok(Self {
            kind,
            values: parse_places(values)?,
            host: held(host)?,
            name: held(name)?,
            via: some(via),
            to,
        })
    }
}

impl<'a> Opener<'a> {
    /// Reads the cells behind the method: kind, value, host, name, via.
    pub fn parse(cells: &'a str) -> Result<Self, &'static str> {
        let [kind, values, host, name, via] = columns(cells)?;
        let kind = SinkKind::parse(kind)?;
        if kind == SinkKind::Channel {
            return Err("an opener says what it opens");
        }
        Ok(Self {
            kind,
            values: parse_places(values)?,
            host: held(host)?,
            name: held(name)?,
            via: some(via),
        })
    }
}

impl<'a> FlowSource<'a> {
    /// Reads the cells behind the method: side, value, data, when.
    pub fn parse(cells: &'a str) -> Result<Self, &'static str> {
        let [side, values, data, when] = columns(cells)?;
        let side = match side {
            "call" => SourceSide::Call,
            "callback" => SourceSide::Callback,
            _ => return Err("unknown side"),
        };
        let data = match data {
            "@points" => SourceData::Points,
            "@input" => SourceData::Input,
            "@view" => SourceData::View,
            "-" | "" => return Err("no kind of information"),
            kinds => SourceData::Kinds(kinds.split(',').collect()),
        };
        let values = match values {
            "-" => Vec::new(),
            values => parse_places(values)?,
        };
        Ok(Self {
            side,
            values,
            data,
            when: some(when).map(parse_when).transpose()?,
        })
    }
}

impl<'a> ChannelEnd<'a> {
    /// Reads the cells behind the method: channel, side, value, key, address.
    pub fn parse(cells: &'a str) -> Result<Self, &'static str> {
        let [channel, side, values, key, address] = columns(cells)?;
        if channel.is_empty() || channel == "-" {
            return Err("no channel");
        }
        let side = match side {
            "put" => Side::Put,
            "get" => Side::Get,
            "deliver" => Side::Deliver,
            "drop" => Side::Drop,
            "ask" => Side::Ask,
            "call" => Side::Call,
            _ => return Err("unknown side"),
        };
        let values = match values {
            "-" if matches!(side, Side::Drop | Side::Ask) => Vec::new(),
            values => parse_places(values)?,
        };
        Ok(Self {
            channel,
            side,
            values,
            key: held(key)?,
            address: some(address).map(parse_address).transpose()?,
        })
    }
}

fn parse_address(text: &str) -> Result<Address<'_>, &'static str> {
    let inside = |head: &str| text.strip_prefix(head)?.strip_suffix(')');
    if let Some(place) = inside("type(") {
        return parse_place(place).map(Address::Type);
    }
    if let Some(place) = inside("ordered(") {
        return parse_place(place).map(Address::Ordered);
    }
    if let Some(place) = inside("intent(") {
        return parse_place(place).map(Address::Intent);
    }
    held(text)?.map(Address::Held).ok_or("no address")
}

fn parse_when(text: &str) -> Result<SourceWhen<'_>, &'static str> {
    let (head, texts) = text.split_once('=').ok_or("condition without `=`")?;
    let (head, not) = match head.strip_suffix('!') {
        Some(head) => (head, true),
        None => (head, false),
    };
    let (head, prefix) = match head.strip_suffix('^') {
        Some(head) => (head, true),
        None => (head, false),
    };
    let (head, part) = match head.split_once('.') {
        Some((head, part)) => (head, Some(part)),
        None => (head, None),
    };
    if part.is_some_and(|part| part.is_empty() || part.contains('.')) {
        return Err("condition on a part of a part");
    }
    let arg = head
        .strip_prefix("arg")
        .and_then(|n| n.parse().ok())
        .ok_or("condition on no argument")?;
    Ok(SourceWhen {
        arg,
        part,
        prefix,
        not,
        texts: texts.split('|').collect(),
    })
}

fn held(text: &str) -> Result<Option<HeldIn<'_>>, &'static str> {
    let Some(text) = some(text) else {
        return Ok(None);
    };
    let table = text
        .strip_prefix("table(")
        .and_then(|inner| inner.strip_suffix(')'));
    if let Some(place) = table {
        return parse_place(place).map(HeldIn::Table).map(Some);
    }
    match quoted(text) {
        Some(inner) => Ok(Some(HeldIn::Text(inner))),
        None => parse_place(text).map(HeldIn::Place).map(Some),
    }
}

fn some(cell: &str) -> Option<&str> {
    (cell != "-").then_some(cell)
}

fn columns<const N: usize>(cells: &str) -> Result<[&str; N], &'static str> {
    let cells: Vec<&str> = split_tabs(cells).collect();
    if cells.iter().any(|cell| cell.is_empty()) {
        return Err("empty cell: write `-`");
    }
    cells.try_into().map_err(|_| "wrong number of columns")
}

fn split_tabs(cells: &str) -> impl Iterator<Item = &str> {
    split(cells, '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_rows() {
        let sink = Sink::parse("network\targ0, this.url\tthis.url\t'键𠮷'\thttp\t-").unwrap();
        assert_eq!(sink.values.len(), 2);
        assert_eq!(sink.name, Some(HeldIn::Text("键𠮷")));
        assert_eq!(
            Sink::parse("sdk\targ1\t-\targ0\t-\tumeng-analytics")
                .unwrap()
                .to,
            Some("umeng-analytics")
        );
        let opener = Opener::parse("file\tthis\t-\targ0\tinternal").unwrap();
        assert_eq!(opener.kind, SinkKind::File);
        let source = FlowSource::parse("callback\targ0\tlocation_precise,bssid\t-").unwrap();
        assert_eq!(
            source.data,
            SourceData::Kinds(vec!["location_precise", "bssid"])
        );
        let source = FlowSource::parse("call\t-\t@points\targ0^=a|b").unwrap();
        assert!(source.values.is_empty() && source.when.is_some_and(|when| when.prefix));
        let source = FlowSource::parse("call\tret\t@points\targ0!=@package").unwrap();
        assert!(
            source
                .when
                .is_some_and(|when| when.not && when.texts == ["@package"])
        );
        let end = ChannelEnd::parse("database\tput\targ1\ttable(arg0)\t-").unwrap();
        assert!(matches!(end.key, Some(HeldIn::Table(_))));
        let end = ChannelEnd::parse("intent\tput\targ0.extras\t-\tintent(arg0)").unwrap();
        assert!(matches!(end.address, Some(Address::Intent(_))));
        let end = ChannelEnd::parse("intent\tput\targ0\t-\tordered(arg0)").unwrap();
        assert!(
            end.address
                .is_some_and(|address| address.intent().is_some())
        );
    }

    #[test]
    fn refuses_other_rows() {
        for cells in [
            "network\targ0\t-\t-\t-",
            "network\targ0\t-\t-\t\t-",
            "internet\targ0\t-\t-\t-\t-",
            "network\targ0\t-\t-\t-\tumeng",
            "network\t-\t-\t-\t-\t-",
        ] {
            assert!(Sink::parse(cells).is_err(), "{cells}");
        }
        assert!(Opener::parse("channel\tthis\t-\t-\t-").is_err());
        assert!(FlowSource::parse("call\tret\t-\t-").is_err());
        assert!(FlowSource::parse("both\tret\timei\t-").is_err());
        assert!(FlowSource::parse("call\tret\timei\tx=1").is_err());
        assert!(ChannelEnd::parse("prefs\tput\t-\t-\t-").is_err());
        assert!(ChannelEnd::parse("prefs\tinto\targ0\t-\t-").is_err());
        assert!(ChannelEnd::parse("prefs\tdrop\t-\targ0\t-").is_ok());
        assert!(ChannelEnd::parse("result\task\t-\targ1\tintent(arg0)").is_ok());
        let source = FlowSource::parse("call\targ0.p\timei\targ0.data^=content://名𠮷").unwrap();
        let when = source.when.unwrap();
        assert_eq!((when.part, when.prefix), (Some("data"), true));
        assert!(FlowSource::parse("call\tret\timei\targ0.a.b=x").is_err());
    }
}
