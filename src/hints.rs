//! What is said: a file a topic, and `order.rs` for which of it comes first.

pub(crate) mod naming;
pub(crate) mod order;
pub(crate) mod refused;
#[cfg(not(passkind_sign_in))]
pub(crate) mod server_said;
pub(crate) mod typing;

use crate::hint::{Hint, HintKind};

/// More than three things at once are not read.
const MOST_HINTS: usize = 3;

/// The hints to be shown, in their order, until there are enough.
#[derive(Debug, Default)]
pub(crate) struct Hints {
    told: Vec<Hint>,
    /// Places at the end that are left free for now.
    pub(crate) kept: usize,
}

impl Hints {
    pub(crate) fn tell(&mut self, hint: HintKind) {
        if self.told.len() + self.kept < MOST_HINTS {
            self.told.push(Hint(hint));
        }
    }

    pub(crate) fn tell_any(&mut self, hint: Option<HintKind>) {
        if let Some(hint) = hint {
            self.tell(hint);
        }
    }

    pub(crate) fn into_vec(self) -> Vec<Hint> {
        self.told
    }
}
