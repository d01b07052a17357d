/// @file
/// How a class owns its hidden part.
#pragma once

namespace trujaman::inline v0 {

/// Sole owner of the part of an object that its header does not show. It is std::unique_ptr as far
/// as that needs it: that one's header and an instance of it for every class made up a quarter of
/// what including the library cost. Like it, it wants @p T complete where it destroys one.
template <class T>
class ImplPtr {
 public:
  ImplPtr() = default;  ///< Of none yet, for constructors that make theirs step by step.
  explicit ImplPtr(T* impl) noexcept : impl_(impl) {}  ///< Takes what was made by new.
  /// From a std::unique_ptr, which lets go of it.
  template <class Owner>
  requires requires(Owner& owner) { owner.release(); }
  ImplPtr(Owner&& owner) noexcept : impl_(owner.release()) {}
  ~ImplPtr() { destroy(); }
  ImplPtr(ImplPtr&& other) noexcept : impl_(other.impl_) { other.impl_ = nullptr; }
  ImplPtr& operator=(ImplPtr&& other) noexcept {
    if (this != &other) {
      destroy();
      impl_ = other.impl_;
      other.impl_ = nullptr;
    }
    return *this;
  }

  T* operator->() const noexcept { return impl_; }  ///< Never null but in what was moved from.
  T& operator*() const noexcept { return *impl_; }  ///< As above.

 private:
  void destroy() noexcept {
    static_assert(sizeof(T) > 0, "the hidden part must be complete where it is destroyed");
    delete impl_;
  }

  T* impl_ = nullptr;
};

}  // namespace trujaman::inline v0
