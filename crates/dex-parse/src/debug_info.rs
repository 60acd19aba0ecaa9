//! Line numbers and parameter names, by running the debug info state machine; locals are skipped.
//!
//! Format: <https://source.android.com/docs/core/runtime/dex-format#debug-info-item>.

use byte_reader::{ReadError, Reader};

use crate::limits::{MAX_DEBUG_STEPS, MAX_PARAMETERS};
use crate::{DexError, DexFile, Item, StringIdx};

/// One row of a line table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineEntry {
    /// Address in 16-bit units from the method's start.
    pub addr: u32,
    /// Line in the source file, or what an optimiser wrote in its place.
    pub line: u32,
}

/// The debug info of one method, borrowed.
#[derive(Debug, Clone, Copy)]
pub struct DebugInfo<'a> {
    /// Initial value of the line register.
    pub line_start: u32,
    n_parameters: u32,
    parameters: Reader<'a>,
}

impl<'a> DexFile<'a> {
    /// The debug info at `debug_info_off`.
    ///
    /// `None` for offset zero and for `0xFFFFFFFF`, which some packers write to hide it.
    pub fn debug_info(&self, debug_info_off: u32) -> Result<Option<DebugInfo<'a>>, DexError> {
        if matches!(debug_info_off, 0 | u32::MAX) {
            return Ok(None);
        }
        let fault = |error| DexError::read(Item::DebugInfo, error);
        let mut reader = Reader::at(self.data, debug_info_off as usize).map_err(fault)?;
        let line_start = reader.uleb128().map_err(fault)?;
        let n_parameters = reader.uleb128().map_err(fault)?;
        if n_parameters > MAX_PARAMETERS {
            return Err(DexError::limit(Item::DebugInfo, debug_info_off as usize));
        }
        Ok(Some(DebugInfo {
            line_start,
            n_parameters,
            parameters: reader,
        }))
    }

    /// The line table at `debug_info_off`; empty when there is none.
    pub fn debug_lines(&self, debug_info_off: u32) -> DebugLines<'a> {
        match self.debug_info(debug_info_off) {
            Ok(Some(info)) => info.lines(),
            Ok(None) => DebugLines::stopped(None, MAX_DEBUG_STEPS),
            Err(error) => DebugLines::stopped(Some(error), MAX_DEBUG_STEPS),
        }
    }

    /// The line that the instruction at `addr` (in units) belongs to; `None` when the table does
    /// not say or cannot be read up to there.
    pub fn line_at(&self, debug_info_off: u32, addr: u32) -> Option<u32> {
        self.debug_lines(debug_info_off)
            .map_while(Result::ok)
            .take_while(|entry| entry.addr <= addr)
            .last()
            .map(|entry| entry.line)
    }
}

impl<'a> DebugInfo<'a> {
    /// Declared number of parameters.
    pub fn n_parameters(&self) -> u32 {
        self.n_parameters
    }

    /// The names of the parameters in order, without the receiver; `None` for those without one.
    pub fn parameter_names(&self) -> ParameterNames<'a> {
        ParameterNames {
            reader: self.parameters,
            left: self.n_parameters,
        }
    }

    /// The line table in address order.
    pub fn lines(&self) -> DebugLines<'a> {
        let mut names = self.parameter_names();
        let failed = names.find_map(Result::err);
        DebugLines {
            reader: names.reader,
            failed,
            addr: 0,
            line: self.line_start,
            steps: MAX_DEBUG_STEPS,
        }
    }
}

/// Iterates over parameter names.
#[derive(Debug, Clone)]
pub struct ParameterNames<'a> {
    reader: Reader<'a>,
    left: u32,
}

impl Iterator for ParameterNames<'_> {
    type Item = Result<Option<StringIdx>, DexError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        let name = self
            .reader
            .uleb128p1()
            .map(|name| name.map(StringIdx))
            .map_err(|error| DexError::read(Item::DebugInfo, error));
        if name.is_err() {
            self.left = 0;
        }
        Some(name)
    }
}

/// Iterates over a line table; the first step that cannot be read is an `Err` and the end.
#[derive(Debug, Clone)]
pub struct DebugLines<'a> {
    reader: Reader<'a>,
    failed: Option<DexError>,
    addr: u32,
    line: u32,
    steps: u32,
}

// State machine opcodes of the specification.
const END_SEQUENCE: u8 = 0x00;
const ADVANCE_PC: u8 = 0x01;
const ADVANCE_LINE: u8 = 0x02;
const START_LOCAL: u8 = 0x03;
const START_LOCAL_EXTENDED: u8 = 0x04;
const END_LOCAL: u8 = 0x05;
const RESTART_LOCAL: u8 = 0x06;
const SET_PROLOGUE_END: u8 = 0x07;
const SET_EPILOGUE_BEGIN: u8 = 0x08;
const SET_FILE: u8 = 0x09;
const FIRST_SPECIAL: u8 = 0x0a;
const LINE_BASE: i32 = -4;
const LINE_RANGE: u8 = 15;

impl DebugLines<'_> {
    /// State machine steps taken so far, which may be many more than rows; a walker charges them to
    /// its [`WorkBudget`](crate::WorkBudget).
    pub fn steps(&self) -> u32 {
        MAX_DEBUG_STEPS.saturating_sub(self.steps)
    }

    fn stop(&mut self) {
        *self = Self::stopped(None, self.steps);
    }

    fn stopped(failed: Option<DexError>, steps: u32) -> Self {
        Self {
            reader: Reader::new(&[]),
            failed,
            addr: 0,
            line: 0,
            steps,
        }
    }

    /// Runs to the next row; `None` at the end of the sequence.
    fn run(&mut self) -> Result<Option<LineEntry>, ReadError> {
        loop {
            let opcode = self.reader.u8()?;
            let Some(steps) = self.steps.checked_sub(1) else {
                return Err(ReadError::limit_exceeded(
                    self.reader.offset(),
                    MAX_DEBUG_STEPS as usize,
                    "debug info steps",
                ));
            };
            self.steps = steps;
            // The registers wrap, as in the runtime; a wrapped one is wrong, not dangerous.
            match opcode {
                END_SEQUENCE => return Ok(None),
                ADVANCE_PC => self.addr = self.addr.wrapping_add(self.reader.uleb128()?),
                ADVANCE_LINE => self.line = self.line.wrapping_add_signed(self.reader.sleb128()?),
                START_LOCAL | START_LOCAL_EXTENDED => {
                    let numbers = if opcode == START_LOCAL { 3 } else { 4 };
                    for _ in 0..numbers {
                        self.reader.uleb128()?;
                    }
                }
                END_LOCAL | RESTART_LOCAL | SET_FILE => {
                    self.reader.uleb128()?;
                }
                SET_PROLOGUE_END | SET_EPILOGUE_BEGIN => {}
                special => {
                    let adjusted = special.saturating_sub(FIRST_SPECIAL);
                    let line_step = LINE_BASE.saturating_add(i32::from(adjusted % LINE_RANGE));
                    self.line = self.line.wrapping_add_signed(line_step);
                    self.addr = self.addr.wrapping_add(u32::from(adjusted / LINE_RANGE));
                    return Ok(Some(LineEntry {
                        addr: self.addr,
                        line: self.line,
                    }));
                }
            }
        }
    }
}

impl Iterator for DebugLines<'_> {
    type Item = Result<LineEntry, DexError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(error) = self.failed.take() {
            self.stop();
            return Some(Err(error));
        }
        // A stopped table reads from no data.
        if self.reader.data().is_empty() {
            return None;
        }
        match self.run() {
            Ok(Some(entry)) => Some(Ok(entry)),
            Ok(None) => {
                self.stop();
                None
            }
            Err(error) => {
                self.stop();
                Some(Err(DexError::read(Item::DebugInfo, error)))
            }
        }
    }
}
