variable "name" {
  description = "Name of the balancer, at most 20 characters."
  type        = string

  validation {
    condition     = length(var.name) <= 20
    error_message = "At most 20 characters: target groups add to it."
  }
}

variable "vpc_id" {
  description = "The VPC."
  type        = string
}

variable "subnet_ids" {
  description = "Public subnets, one for each zone; each gets an address that stays."
  type        = list(string)
}

variable "cluster_name" {
  description = "The cluster whose controller binds pods to the target groups."
  type        = string
}

variable "cluster_security_group_id" {
  description = "The group of its pods."
  type        = string
}

variable "listeners" {
  description = "Ports that are passed through, by name, as the chart names its services."
  type        = map(number)
  default = {
    device = 8444
    mqtt   = 8883
  }

  validation {
    condition = (
      toset(keys(var.listeners)) == toset(["device", "mqtt"]) &&
      alltrue([for port in values(var.listeners) : port > 0 && port < 65536])
    )
    error_message = "The listeners are device and mqtt, each with a port between 1 and 65535."
  }
}

variable "terminal_cidrs" {
  description = "Where terminals call from."
  type        = list(string)
  default     = ["0.0.0.0/0"]

  validation {
    condition     = length(var.terminal_cidrs) > 0 && alltrue([for cidr in var.terminal_cidrs : can(cidrhost(cidr, 0))])
    error_message = "At least one CIDR."
  }
}

variable "deregistration_seconds" {
  description = "How long connections of a pod that goes may last. The chart's drain.graceSeconds is its bound."
  type        = number
  default     = 30
}

variable "deletion_protection" {
  description = "Refuse to delete the balancer: terminals know its addresses."
  type        = bool
  default     = true
}
