//! The wasm module's allocator, natively and under miri (`make miri`): the same file, with pages of this test's.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use std::alloc::{GlobalAlloc, Layout};
use std::cell::Cell;

#[path = "../../src/wasm/memory.rs"]
#[allow(dead_code, reason = "the lists are the whole of it here")]
mod memory;

use memory::{Forgetful, PAGE};

/// What one thread's host gives; small, since miri is slow.
const PAGES: usize = 6;

thread_local! {
    /// Beginning of this thread's memory, and the pages of it that were given out.
    static HOST: Cell<(usize, usize)> = const { Cell::new((0, 0)) };
}

/// `memory.grow`: pages one after the other, until there are no more.
fn grow(pages: usize) -> Option<usize> {
    let (mut start, given) = HOST.get();
    if given == 0 {
        let layout = Layout::from_size_align(PAGES * PAGE, PAGE).unwrap();
        #[expect(unsafe_code, reason = "memory that the test is about")]
        // SAFETY: the layout is not empty. Never freed: linear memory does not shrink.
        let memory = unsafe { std::alloc::alloc_zeroed(layout) };
        start = memory.expose_provenance();
    }
    (given + pages <= PAGES).then(|| {
        HOST.set((start, given + pages));
        start + given * PAGE
    })
}

/// A block and its layout; freed by `free` only.
struct Block {
    at: *mut u8,
    layout: Layout,
}

#[expect(unsafe_code, reason = "the allocator is called as Rust calls it")]
impl Block {
    fn new(memory: &Forgetful, size: usize, align: usize) -> Option<Self> {
        let layout = Layout::from_size_align(size, align).unwrap();
        // SAFETY: no layout here is empty.
        let at = unsafe { memory.alloc(layout) };
        assert_eq!(at.addr() % align, 0, "{size} bytes, aligned to {align}");
        (!at.is_null()).then_some(Self { at, layout })
    }

    fn bytes(&mut self) -> &mut [u8] {
        // SAFETY: the block is as long as its layout says, was zero or written since, and is nobody else's.
        unsafe { std::slice::from_raw_parts_mut(self.at, self.layout.size()) }
    }

    fn grown(self, memory: &Forgetful, size: usize) -> Option<Self> {
        // SAFETY: the block came from this allocator, with this layout.
        let at = unsafe { memory.realloc(self.at, self.layout, size) };
        (!at.is_null()).then(|| Self { at, layout: Layout::from_size_align(size, self.layout.align()).unwrap() })
    }

    /// Frees it and answers with what its bytes are then.
    fn free(self, memory: &Forgetful) -> Vec<u8> {
        let at: *const u8 = std::ptr::with_exposed_provenance(self.at.expose_provenance());
        // SAFETY: the block came from this allocator, with this layout; its bytes stay the host's memory.
        unsafe {
            memory.dealloc(self.at, self.layout);
            // Of pages the beginning: miri is slow.
            (0..self.layout.size().min(8_192)).map(|offset| at.add(offset).read()).collect()
        }
    }
}

/// The beginning of a free block is the address of the next one: no typed text.
const LINK: usize = size_of::<usize>();

#[test]
fn a_freed_block_is_zero_but_for_its_link() {
    let memory = Forgetful::new();
    for size in [1, 7, 16, 17, 31, 100, 4_096, 5_000] {
        let mut block = Block::new(&memory, size, 1).unwrap();
        block.bytes().fill(0xa5);
        let left = block.free(&memory);
        assert!(left.iter().skip(LINK).all(|byte| *byte == 0), "{size} bytes");
    }
}

#[test]
fn a_new_block_is_zero_also_where_one_was() {
    let memory = Forgetful::new();
    for _ in 0..3 {
        let mut blocks: Vec<Block> = (0..8).map(|_| Block::new(&memory, 48, 8).unwrap()).collect();
        for block in &mut blocks {
            assert!(block.bytes().iter().all(|byte| *byte == 0));
            block.bytes().fill(0xa5);
        }
        for block in blocks {
            block.free(&memory);
        }
    }
}

#[test]
fn growing_keeps_the_bytes_and_forgets_the_old_place() {
    let memory = Forgetful::new();
    let mut block = Block::new(&memory, 40, 1).unwrap();
    block.bytes().copy_from_slice(&[0xa5; 40]);
    let old: *const u8 = std::ptr::with_exposed_provenance(block.at.expose_provenance());
    let mut block = block.grown(&memory, 400).unwrap();
    assert_ne!(block.at.cast_const(), old);
    assert!(block.bytes()[..40].iter().all(|byte| *byte == 0xa5));
    #[expect(unsafe_code, reason = "a look at what was freed")]
    // SAFETY: the old block is the host's memory still.
    let left: Vec<u8> = (LINK..64).map(|offset| unsafe { old.add(offset).read() }).collect();
    assert!(left.iter().all(|byte| *byte == 0), "the whole block, not only what was used of it");
    let mut block = block.grown(&memory, 20).unwrap();
    assert!(block.bytes().iter().all(|byte| *byte == 0xa5), "shrinking keeps the beginning");
    block.free(&memory);
}

#[test]
fn blocks_of_one_size_are_used_again_and_no_two_overlap() {
    let memory = Forgetful::new();
    let mut places = Vec::new();
    for round in 0..5 {
        let mut blocks: Vec<Block> =
            [16, 24, 100, 1_000].into_iter().map(|size| Block::new(&memory, size, 4).unwrap()).collect();
        let mut spans: Vec<(usize, usize)> =
            blocks.iter().map(|block| (block.at.addr(), block.at.addr() + block.layout.size())).collect();
        spans.sort_unstable();
        assert!(spans.is_sorted_by(|one, next| one.1 <= next.0));
        for (number, block) in (0_u8..).zip(&mut blocks) {
            block.bytes().fill(number + 1);
        }
        for (number, block) in (0_u8..).zip(&mut blocks) {
            assert!(block.bytes().iter().all(|byte| *byte == number + 1));
        }
        places.push(spans);
        assert_eq!(places[round], places[0], "nothing new is taken for the same wishes");
        for block in blocks.into_iter().rev() {
            block.free(&memory);
        }
    }
}

#[test]
fn alignments_up_to_a_page() {
    let memory = Forgetful::new();
    for align in (0..=16).map(|power| 1 << power) {
        let mut block = Block::new(&memory, 3, align).unwrap();
        block.bytes().fill(1);
        block.free(&memory);
    }
}

#[test]
fn what_the_host_refuses_is_null_and_what_it_gave_stays_usable() {
    let memory = Forgetful::new();
    assert!(Block::new(&memory, (PAGES + 1) * PAGE, 1).is_none());
    assert!(Block::new(&memory, usize::MAX / 4, 1).is_none(), "larger than any list");
    let large = Block::new(&memory, 3 * PAGE, 1).unwrap();
    assert!(Block::new(&memory, 3 * PAGE, 1).is_none());
    let mut small = Block::new(&memory, 100, 1).unwrap();
    small.bytes().fill(1);
    small.free(&memory);
    large.free(&memory);
    assert!(Block::new(&memory, 3 * PAGE, 1).is_some(), "the freed one");
}

#[test]
fn memory_that_somebody_else_grew_is_left_alone() {
    let memory = Forgetful::new();
    let mut first = Block::new(&memory, 100, 1).unwrap();
    first.bytes().fill(1);
    let theirs = grow(1).unwrap();
    let block = Block::new(&memory, PAGE, 1).unwrap();
    assert!(block.at.addr() >= theirs + PAGE);
    assert!(first.bytes().iter().all(|byte| *byte == 1));
}
