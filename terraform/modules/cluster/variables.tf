variable "name" {
  description = "Name of the cluster and prefix of its roles."
  type        = string
}

variable "kubernetes_version" {
  description = "Version of Kubernetes. The chart needs 1.30."
  type        = string
  default     = "1.33"

  validation {
    condition     = can(regex("^1\\.(3[0-9]|[4-9][0-9])$", var.kubernetes_version))
    error_message = "The chart needs Kubernetes 1.30 or newer."
  }
}

variable "subnet_ids" {
  description = "Private subnets of nodes and pods."
  type        = list(string)
}

variable "kms_key_arn" {
  description = "Encrypts the secrets of the cluster."
  type        = string

  validation {
    condition     = startswith(var.kms_key_arn, "arn:")
    error_message = "The ARN of a key is needed."
  }
}

variable "api_cidrs" {
  description = "Who may reach the API of Kubernetes from outside. Empty: only the VPC."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.api_cidrs : can(cidrhost(cidr, 0)) && cidr != "0.0.0.0/0"])
    error_message = "Give CIDRs, and not the whole world."
  }
}

variable "nodes" {
  description = "Nodes: their types and how many."
  type = object({
    instance_types = optional(list(string), ["m7i.large"])
    min            = optional(number, 3)
    max            = optional(number, 6)
    disk_gib       = optional(number, 50)
  })
  default = {}

  validation {
    condition     = var.nodes.min >= 2 && var.nodes.max >= var.nodes.min
    error_message = "At least two nodes, and no fewer at most than at least."
  }
}
