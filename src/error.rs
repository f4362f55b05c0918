//! Mistakes of the calling programmer. What a person types is never an error: it is judged.

use std::fmt;

/// Options that contradict each other or name what does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    allowed: String,
}

/// The fault, as a stable code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ErrorKind {
    UnknownProvider,
    UnknownService,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, allowed: String) -> Self {
        Self { kind, allowed }
    }

    /// The fault as a stable camelCase code, for programs.
    pub fn code(&self) -> &'static str {
        match self.kind {
            ErrorKind::UnknownProvider => "unknownProvider",
            ErrorKind::UnknownService => "unknownService",
        }
    }

    /// The option at fault.
    pub fn option(&self) -> &'static str {
        match self.kind {
            ErrorKind::UnknownProvider => "provider",
            ErrorKind::UnknownService => "service",
        }
    }

    /// What the option may be.
    pub fn allowed(&self) -> &str {
        &self.allowed
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "option `{}` is unknown; expected {}", self.option(), self.allowed)
    }
}

impl std::error::Error for Error {}
