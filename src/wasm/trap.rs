//! A core that traps when it is told to, with what was typed on its heap and its stack: `--cfg passkind_trap`, for
//! `tests/trust/trap.test.js`. No part of the package.

use std::hint::black_box;

/// Addresses on which it traps.
const UNREACHABLE: &str = "trap@unreachable.example";
const STACK: &str = "trap@stack.example";

pub(super) fn if_asked(identifier: &str, password: &str) {
    let heap = [identifier, "\n", password].concat();
    match identifier {
        UNREACHABLE => spill(&heap, |_| core::arch::wasm32::unreachable()),
        STACK => spill(&heap, deeper),
        _ => {}
    }
}

/// Goes on with the beginning of a text on the stack.
fn spill(text: &str, then: impl Fn(&[u8])) {
    let mut stack = [0_u8; 256];
    for (to, from) in stack.iter_mut().zip(text.bytes()) {
        *to = from;
    }
    then(black_box(&stack));
}

/// Takes 256 bytes more, until there are none.
fn deeper(text: &[u8]) {
    let mut stack = [0_u8; 256];
    for (to, from) in stack.iter_mut().zip(text) {
        *to = *from;
    }
    deeper(black_box(&stack));
    black_box(&stack);
}
