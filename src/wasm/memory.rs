//! The wasm module's allocator: small, and it wipes what is freed.
//!
//! Blocks of powers of two in free lists, cut from the top of linear memory. A block is wiped when it is freed, so no
//! copy of a typed text stays behind on the heap; growing one is an allocation, a copy and a freeing, so it forgets as well.
//! Replaces Rust's dlmalloc (7 kB of code before compression).
//!
//! `tests/core/memory.rs` takes this very file, with pages of its own, for miri.

use std::alloc::{GlobalAlloc, Layout};
use std::cell::UnsafeCell;
use std::ptr;

#[cfg(not(target_arch = "wasm32"))]
use super::grow;

pub(crate) const PAGE: usize = 65_536;
/// The smallest block holds the link of its free list.
const SMALLEST: usize = 16;
/// Blocks of 16 bytes to 2 GiB.
const SIZES: usize = 28;

pub(crate) struct Forgetful {
    /// The first free block of each size; a free block begins with the next one's address.
    free: UnsafeCell<[usize; SIZES]>,
    /// What was never handed out: from here to the end of memory.
    fresh: UnsafeCell<(usize, usize)>,
}

#[expect(unsafe_code, reason = "wasm32-unknown-unknown has one thread here; an allocator must be Sync to be global")]
// SAFETY: the module is built without the `atomics` feature, so there is no second thread.
unsafe impl Sync for Forgetful {}

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: Forgetful = Forgetful::new();

/// So many pages more at the end of memory: their first address, or `None` where the host gives no more.
#[cfg(target_arch = "wasm32")]
fn grow(pages: usize) -> Option<usize> {
    match core::arch::wasm32::memory_grow(0, pages) {
        usize::MAX => None,
        before => Some(before * PAGE),
    }
}

/// Which list a layout belongs to, and the size of its blocks.
fn block(layout: Layout) -> (usize, usize) {
    let size = layout.size().max(layout.align()).max(SMALLEST).next_power_of_two();
    ((size.trailing_zeros() - SMALLEST.trailing_zeros()) as usize, size)
}

impl Forgetful {
    pub(crate) const fn new() -> Self {
        Self { free: UnsafeCell::new([0; SIZES]), fresh: UnsafeCell::new((0, 0)) }
    }

    /// A new block from the top of memory; null where the host gives no more.
    fn cut(&self, size: usize) -> *mut u8 {
        #[expect(unsafe_code, reason = "see Sync")]
        // SAFETY: no other reference to `fresh` lives: this is the only function that makes one, and it does not recurse.
        let (start, end) = unsafe { &mut *self.fresh.get() };
        let top = start.checked_next_multiple_of(size.min(PAGE)).and_then(|from| from.checked_add(size));
        let Some(top) = top else { return ptr::null_mut() };
        if top > *end {
            let pages = (top - *end).div_ceil(PAGE);
            let Some(before) = grow(pages) else { return ptr::null_mut() };
            if before != *end {
                // Somebody else grew memory, or this is the first time: begin there.
                *start = before;
                *end = *start + pages * PAGE;
                return self.cut(size);
            }
            *end += pages * PAGE;
        }
        *start = top;
        ptr::with_exposed_provenance_mut(top - size)
    }
}

#[expect(unsafe_code, reason = "the trait is unsafe")]
// SAFETY: a block is at least as large and as aligned as its layout asks, and is in a free list or handed out, not both.
unsafe impl GlobalAlloc for Forgetful {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let (list, size) = block(layout);
        // SAFETY: the only reference to the lists while it lives.
        let lists = unsafe { &mut *self.free.get() };
        let Some(head) = lists.get_mut(list) else { return ptr::null_mut() };
        if *head == 0 {
            return self.cut(size);
        }
        let free: *mut usize = ptr::with_exposed_provenance_mut(*head);
        // SAFETY: a free block begins with the address of the next; both words are ours.
        unsafe {
            *head = free.read();
            free.write(0);
        }
        free.cast()
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        let (list, size) = block(layout);
        // SAFETY: the block is `size` bytes long and nobody else's any more; the lists have no other reference.
        unsafe {
            ptr::write_bytes(pointer, 0, size);
            if let Some(head) = (*self.free.get()).get_mut(list) {
                *head = {
                    let link: *mut usize = ptr::with_exposed_provenance_mut(pointer.expose_provenance());
                    link.write(*head);
                    link.expose_provenance()
                };
            }
        }
    }
}

#[cfg(not(passkind_strength_alone))]
/// A text that JavaScript has written: so many bytes from there on; an empty one where there are fewer.
#[expect(unsafe_code, reason = "checking what an encoder has just written would be 0.4 kB after brotli")]
pub(super) fn text(crossing: &[u8], from: usize, bytes: usize) -> &str {
    let written = crossing.get(from..).and_then(|rest| rest.get(..bytes)).unwrap_or_default();
    // SAFETY: `TextEncoder` writes UTF-8 and nothing else, and `www/guard/guard.js` gives each text's own length.
    unsafe { str::from_utf8_unchecked(written) }
}
