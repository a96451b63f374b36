variable "name" {
  description = "Prefix of the aliases."
  type        = string
}

variable "purposes" {
  description = "One key for each, so that each can be taken away alone."
  type        = set(string)
  default     = ["cluster", "database", "files"]

  validation {
    condition     = length(var.purposes) > 0 && alltrue([for purpose in var.purposes : can(regex("^[a-z]+$", purpose))])
    error_message = "A purpose is one word of lower-case letters, and there is at least one."
  }
}

variable "deletion_window_days" {
  description = "How long a deleted key can be called back."
  type        = number
  default     = 30

  validation {
    condition     = var.deletion_window_days >= 7 && var.deletion_window_days <= 30
    error_message = "The window is 7 to 30 days."
  }
}
